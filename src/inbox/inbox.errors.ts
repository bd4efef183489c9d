import { Conflict, Forbidden, NotFound, TooLarge, Unsupported } from '../kernel/http/domain-error.js';

export class MessageNotFound extends NotFound {
  constructor() {
    super('message-not-found', 'There is no such message, or you may not see it.', {
      texts: {
        nl: 'Dit bericht bestaat niet, of u mag het niet zien.',
        en: 'There is no such message, or you may not see it.',
      },
    });
  }
}

export class MessageSettled extends Conflict {
  constructor() {
    super(
      'message-settled',
      'This message does not wait any more: somebody, or a later mail, has settled it.',
      {
        texts: {
          nl: 'Dit bericht wacht niet meer: iemand, of een latere e-mail, heeft het al afgehandeld.',
          en: 'This message does not wait any more: somebody, or a later mail, has settled it.',
        },
      },
    );
  }
}

/** The message does not offer what was asked of it. */
export class NotPossibleHere extends Conflict {
  constructor() {
    super('not-possible-here', 'This cannot be done with this message.', {
      texts: {
        nl: 'Dit kan niet met dit bericht.',
        en: 'This cannot be done with this message.',
      },
    });
  }
}

export class MayNotReadInbox extends Forbidden {
  constructor() {
    super('may-not-read-inbox', 'Only those who plan the study read what comes in by mail.', {
      texts: {
        nl: 'Alleen wie het onderzoek plant leest de inkomende e-mail.',
        en: 'Only those who plan the study read what comes in by mail.',
      },
    });
  }
}

export class MessageTooLarge extends TooLarge {
  constructor(mib: number) {
    super('message-too-large', `A message may be at most ${mib} MiB.`);
  }
}

export class NotAMessage extends Unsupported {
  constructor() {
    super('not-a-message', 'Send the message itself as the body, with Content-Type: message/rfc822.');
  }
}
