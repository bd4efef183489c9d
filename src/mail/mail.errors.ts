import { Conflict, InvalidInput, NotFound } from '../kernel/http/domain-error.js';

export class InvalidMailAddress extends InvalidInput {
  constructor() {
    super('invalid-mail-address', 'Mail cannot be sent to this address.', {
      texts: {
        nl: 'Naar dit adres kan geen mail worden gestuurd.',
        en: 'Mail cannot be sent to this address.',
      },
    });
  }
}

export class OutboxMessageNotFound extends NotFound {
  constructor() {
    super('outbox-message-not-found', 'There is no such mail in this outbox.', {
      texts: { nl: 'Deze mail bestaat niet.', en: 'There is no such mail.' },
    });
  }
}

export class MailNotFailed extends Conflict {
  constructor() {
    super('mail-not-failed', 'Only a mail that failed can be sent again.', {
      texts: {
        nl: 'Deze mail is al verstuurd of staat nog klaar. Opnieuw versturen kan alleen als het is mislukt.',
        en: 'This mail was sent already or is still waiting. Only a mail that failed can be sent again.',
      },
    });
  }
}

export class CapturedMessageNotFound extends NotFound {
  constructor() {
    super('captured-message-not-found', 'There is no such captured message.', {
      texts: { nl: 'Dit bericht bestaat niet.', en: 'There is no such message.' },
    });
  }
}
