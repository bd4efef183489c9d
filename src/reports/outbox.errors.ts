import { Forbidden } from '../kernel/http/domain-error.js';

export class MayNotSeeOutbox extends Forbidden {
  constructor() {
    super('may-not-see-outbox', 'Your role in this study does not show its mail.', {
      texts: {
        nl: 'Met uw rol in dit onderzoek kunt u de e-mails niet bekijken.',
        en: 'Your role in this study does not show its mail.',
      },
    });
  }
}

export class MayNotResendMail extends Forbidden {
  constructor() {
    super('may-not-resend-mail', 'Only an owner or coordinator of the study may send a mail again.', {
      texts: {
        nl: 'Alleen een eigenaar of coördinator van het onderzoek kan een mail opnieuw versturen.',
        en: 'Only an owner or coordinator of the study can send a mail again.',
      },
    });
  }
}

export class MayNotOpenMailbox extends Forbidden {
  constructor() {
    super('may-not-open-mailbox', 'Only the owner of this installation may read captured mail.', {
      texts: {
        nl: 'Alleen de eigenaar van deze installatie kan opgevangen mail lezen.',
        en: 'Only the owner of this installation can read captured mail.',
      },
    });
  }
}
