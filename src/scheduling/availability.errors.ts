import { Forbidden, InvalidInput, NotFound } from '../kernel/http/domain-error.js';

export class MemberNotFound extends NotFound {
  constructor() {
    super('member-not-found', 'There is no such member in a study of yours.', {
      texts: {
        nl: 'Deze persoon hoort niet bij een onderzoek van u.',
        en: 'This person does not belong to a study of yours.',
      },
    });
  }
}

export class MayNotSeeAvailability extends Forbidden {
  constructor() {
    super(
      'may-not-see-availability',
      'Only the member and those who plan the study may see or change this.',
      {
        texts: {
          nl: 'Alleen deze persoon zelf en wie het onderzoek plant, kunnen dit zien of wijzigen.',
          en: 'Only this person and those who plan the study may see or change this.',
        },
      },
    );
  }
}

export class WhichStudy extends InvalidInput {
  constructor() {
    super('which-study', 'You share several studies with this member: name one with ?study=.');
  }
}

/** Travel starts somewhere: without a base the hours would make a study file that cannot be read again. */
export class MemberHasNoBase extends InvalidInput {
  constructor() {
    super('member-has-no-base', 'Who has working hours needs a base: give one in the study file first.', {
      texts: {
        nl: 'Wie werkuren heeft, heeft ook een standplaats nodig. Vul die eerst in het onderzoeksbestand in.',
        en: 'Who has working hours needs a base too. Give one in the study file first.',
      },
    });
  }
}
