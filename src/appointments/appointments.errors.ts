import { Conflict, Forbidden, Gone, InvalidInput, NotFound } from '../kernel/http/domain-error.js';
import type { AppointmentStatus } from './appointment-status.js';

export class AppointmentNotFound extends NotFound {
  constructor() {
    super('appointment-not-found', 'There is no such appointment, or you may not see it.');
  }
}

export class MayNotPlan extends Forbidden {
  constructor() {
    super('may-not-plan', 'Only a coordinator or owner of the study may do this.', {
      texts: {
        nl: 'Alleen een coördinator of eigenaar van het onderzoek mag dit doen.',
        en: 'Only a coordinator or owner of the study may do this.',
      },
    });
  }
}

export class OutcomeRefused extends Conflict {
  constructor(from: AppointmentStatus, to: AppointmentStatus) {
    super('outcome-refused', `An appointment that is ${from} cannot become ${to}.`, {
      texts: {
        nl: 'Deze afspraak is intussen veranderd. Bekijk de afspraak opnieuw.',
        en: 'This appointment has changed in the meantime. Look at it again.',
      },
    });
  }
}

export class OutcomeTooEarly extends Conflict {
  constructor() {
    super('outcome-too-early', 'An appointment that has not begun has no outcome yet.', {
      texts: {
        nl: 'Deze afspraak is nog niet begonnen en heeft dus nog geen uitkomst.',
        en: 'This appointment has not begun yet, so it has no outcome.',
      },
    });
  }
}

/** The offer's deadline has passed, or it was answered, withdrawn or replaced. */
export class OfferClosed extends Gone {
  constructor() {
    super('offer-closed', 'These moments are no longer on offer.', {
      texts: {
        nl: 'Deze momenten worden niet meer aangeboden.',
        en: 'These moments are no longer on offer.',
      },
    });
  }
}

export class SlotNotOffered extends InvalidInput {
  constructor() {
    super('slot-not-offered', 'Choose one of the moments that were offered.', {
      faults: [{ path: 'slot', message: 'is not one of the offered moments' }],
      texts: {
        nl: 'Kies een van de aangeboden momenten.',
        en: 'Choose one of the moments that were offered.',
      },
    });
  }
}

export class NoAddress extends Conflict {
  constructor() {
    super('no-address', 'This respondent has no mail address, so nothing can be offered by mail.', {
      texts: {
        nl: 'Van deze respondent is geen e-mailadres bekend. Boek de afspraak zelf, bijvoorbeeld na een telefoontje.',
        en: 'This respondent has no mail address. Book the appointment yourself, after a phone call for instance.',
      },
    });
  }
}

export class MailStopped extends Conflict {
  constructor() {
    super('mail-stopped', 'This respondent wants no offers by mail, so nothing can be offered by mail.', {
      texts: {
        nl: 'Deze respondent wil geen voorstellen per mail. Boek de afspraak zelf, bijvoorbeeld na een telefoontje.',
        en: 'This respondent wants no offers by mail. Book the appointment yourself, after a phone call for instance.',
      },
    });
  }
}

export class NothingFree extends Conflict {
  constructor() {
    super('nothing-free', 'No free moment was found in the fieldwork period.', {
      texts: {
        nl: 'Er is geen vrij moment gevonden. Kijk naar de beschikbaarheid van het team of naar de veldwerkperiode.',
        en: 'No free moment was found. Look at the availability of the team or at the fieldwork period.',
      },
    });
  }
}

/** Too close to the start to be changed by link. */
export class TooLateToChange extends Conflict {
  constructor() {
    super('too-late-to-change', 'It is too late to change this appointment here.', {
      texts: {
        nl: 'U kunt deze afspraak hier niet meer wijzigen. Neem contact op met de onderzoeker.',
        en: 'You can no longer change this appointment here. Please contact the researcher.',
      },
    });
  }
}

/** One interview at a time with one respondent: another one would have them travel twice. */
export class InterviewPlannedAlready extends Conflict {
  constructor() {
    super('interview-planned-already', 'An interview with this respondent is planned already.', {
      texts: {
        nl: 'Met deze respondent staat al een interview gepland. Verzet dat interview of zeg het eerst af.',
        en: 'An interview with this respondent is planned already. Move that one, or cancel it first.',
      },
    });
  }
}

export class RecruitmentOver extends Conflict {
  constructor(status: string) {
    super('recruitment-over', `A respondent who is ${status} cannot be scheduled.`, {
      texts: {
        nl: 'Met deze respondent kan geen afspraak meer worden gemaakt.',
        en: 'No appointment can be made with this respondent any more.',
      },
    });
  }
}

export class OfferExpiresTooSoon extends InvalidInput {
  constructor() {
    super('offer-expires-too-soon', 'The deadline of an offer must lie in the future.', {
      faults: [{ path: 'expiresAt', message: 'must lie in the future' }],
      texts: { nl: 'Kies een uiterste datum in de toekomst.', en: 'Choose a deadline in the future.' },
    });
  }
}

export class MayNotSeeAppointments extends Forbidden {
  constructor() {
    super(
      'may-not-see-appointments',
      'An observer sees the progress of a study, not its single appointments.',
      {
        texts: {
          nl: 'Als waarnemer ziet u de voortgang van het onderzoek, niet de afzonderlijke afspraken.',
          en: 'As an observer you see the progress of the study, not its single appointments.',
        },
      },
    );
  }
}

/** A link that was never given out. */
export class RespondentLinkUnknown extends NotFound {
  constructor() {
    super('respondent-link-unknown', 'There is nothing at this address.', {
      texts: {
        nl: 'Deze persoonlijke link kennen wij niet. Open de link in onze nieuwste e-mail, of beantwoord die e-mail: dan helpen wij u verder.',
        en: 'We do not know this personal link. Open the link in our latest e-mail, or reply to that e-mail and we will help you.',
      },
    });
  }
}

/** A link that once worked. */
export class RespondentLinkClosed extends Gone {
  constructor() {
    super('respondent-link-closed', 'This personal link no longer works.', {
      texts: {
        nl: 'Deze persoonlijke link werkt niet meer. Beantwoord onze nieuwste e-mail: dan helpen wij u verder.',
        en: 'This personal link no longer works. Reply to our latest e-mail and we will help you.',
      },
    });
  }
}

export class NothingChosen extends InvalidInput {
  constructor() {
    super('nothing-chosen', 'Choose at least one moment to offer.', {
      texts: { nl: 'Kies ten minste één moment.', en: 'Choose at least one time.' },
    });
  }
}

export class AppointmentCancelled extends Gone {
  constructor() {
    super('appointment-cancelled', 'This appointment was cancelled.', {
      texts: { nl: 'Deze afspraak is afgezegd.', en: 'This appointment was cancelled.' },
    });
  }
}

/** An observation visit has no respondent to offer anything to. */
export class NothingToOfferAnew extends Conflict {
  constructor() {
    super('nothing-to-offer-anew', 'Only an interview can be offered anew.', {
      texts: {
        nl: 'Alleen voor een interview kunnen andere momenten worden voorgesteld.',
        en: 'Only an interview can be offered anew.',
      },
    });
  }
}
