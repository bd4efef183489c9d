import { defineTexts } from '../../partials/define-texts.js';

export const signInTexts = defineTexts({
  nl: {
    title: 'Inloggen',
    email: 'E-mailadres',
    password: 'Wachtwoord',
    submit: 'Inloggen',
    forgot: 'Wachtwoord vergeten?',
    respondent:
      'Hebt u een uitnodiging voor een interview gekregen? Gebruik dan de link in die e-mail: inloggen is niet nodig.',
    signedOut: 'U bent uitgelogd.',
  },
  en: {
    title: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    forgot: 'Forgotten your password?',
    respondent: 'Were you invited to an interview? Use the link in that e-mail: there is no need to sign in.',
    signedOut: 'You have signed out.',
  },
});
