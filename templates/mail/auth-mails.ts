import type { MailDocument } from '../../src/mail/mail-document.js';
import type { Language } from '../../src/kernel/text/language.js';

export interface PasswordMail {
  readonly language: Language;
  readonly name: string;
  readonly url: string;
  /** For how many days the link works. */
  readonly days: number;
}

const texts = {
  nl: {
    greeting: (name: string) => `Beste ${name},`,
    valid: (days: number) => `De link werkt ${days} dagen en u kunt hem één keer gebruiken.`,
    button: 'Wachtwoord kiezen',
    forgot: {
      subject: 'Kies een nieuw wachtwoord voor Veldwerk',
      text: 'U hebt een nieuw wachtwoord aangevraagd. Met de knop hieronder kiest u het.',
      why: 'Hebt u dit niet aangevraagd? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.',
    },
    welcome: {
      subject: 'Uw account bij Veldwerk',
      text: 'U doet mee aan een onderzoek. In Veldwerk plant het team de interviews. Kies eerst een wachtwoord; daarna kunt u inloggen.',
      why: 'U krijgt deze e-mail omdat de coördinator van het onderzoek u aan het team heeft toegevoegd.',
    },
  },
  en: {
    greeting: (name: string) => `Dear ${name},`,
    valid: (days: number) => `The link works for ${days} days and can be used once.`,
    button: 'Choose a password',
    forgot: {
      subject: 'Choose a new password for Veldwerk',
      text: 'You asked for a new password. The button below lets you choose it.',
      why: 'Did you not ask for this? Then there is nothing to do: your password stays as it is.',
    },
    welcome: {
      subject: 'Your account with Veldwerk',
      text: 'You take part in a study. Its team plans the interviews in Veldwerk. First choose a password; then you can sign in.',
      why: 'You receive this e-mail because the coordinator of the study added you to the team.',
    },
  },
} as const;

/** To whoever asked for a new password. */
export const forgottenPasswordMail = (mail: PasswordMail): MailDocument => passwordMail('forgot', mail);

/** To a new member of a team, who has no password yet. */
export const welcomeMail = (mail: PasswordMail): MailDocument => passwordMail('welcome', mail);

function passwordMail(kind: 'forgot' | 'welcome', { language, name, url, days }: PasswordMail): MailDocument {
  const words = texts[language];
  return {
    subject: words[kind].subject,
    preheader: words[kind].text,
    greeting: words.greeting(name),
    blocks: [
      { kind: 'paragraph', text: words[kind].text },
      { kind: 'button', label: words.button, url },
      { kind: 'paragraph', text: words.valid(days) },
    ],
    footer: [words[kind].why],
  };
}
