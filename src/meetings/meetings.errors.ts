import {
  Conflict,
  Forbidden,
  Gone,
  InvalidInput,
  NotFound,
  type Fault,
} from '../kernel/http/domain-error.js';
import type { MeetingChange } from './domain/meeting-changes.js';
import type { MeetingStatus } from './meeting-status.js';

export class MeetingNotFound extends NotFound {
  constructor() {
    super('meeting-not-found', 'There is no such meeting, or you may not see it.', {
      texts: {
        nl: 'Deze bijeenkomst bestaat niet, of u mag die niet zien.',
        en: 'There is no such meeting, or you may not see it.',
      },
    });
  }
}

export class AgendaItemNotFound extends NotFound {
  constructor() {
    super('agenda-item-not-found', 'The agenda has no such item.', {
      texts: { nl: 'Dit agendapunt bestaat niet meer.', en: 'This agenda item is no longer there.' },
    });
  }
}

export class NoSoundingBoard extends Conflict {
  constructor() {
    super('no-sounding-board', 'The study has no sounding board; its file can give it one.', {
      texts: {
        nl: 'Dit onderzoek heeft geen klankbordgroep. Zet die eerst in het onderzoeksbestand.',
        en: 'This study has no sounding board. Put it into the study file first.',
      },
    });
  }
}

export class MayNotConvene extends Forbidden {
  constructor() {
    super('may-not-convene', 'Only a coordinator or owner of the study may do this.', {
      texts: {
        nl: 'Alleen een coördinator of eigenaar van het onderzoek mag dit doen.',
        en: 'Only a coordinator or owner of the study may do this.',
      },
    });
  }
}

/** Somebody else saved first; `changes` is what they changed since the version that was being edited. */
export class MeetingChangedMeanwhile extends Conflict {
  constructor(
    readonly version: number,
    readonly changes: readonly MeetingChange[],
  ) {
    super('meeting-changed-meanwhile', `The meeting has changed; it is at version ${version} now.`, {
      faults: changes.map(toFault),
      texts: {
        nl: 'Iemand anders heeft deze bijeenkomst intussen veranderd.',
        en: 'Somebody else has changed this meeting in the meantime.',
      },
    });
  }
}

function toFault(change: MeetingChange): Fault {
  if (!('title' in change)) return { path: change.kind, message: 'was changed in the meantime' };
  return { path: 'items', message: `“${change.title}” was ${change.kind.slice(5)} in the meantime` };
}

export class MeetingIsFinal extends Conflict {
  constructor(from: MeetingStatus) {
    super('meeting-is-final', `A meeting that is ${from} cannot be changed in this way.`, {
      texts: {
        nl: 'Deze bijeenkomst is al gehouden of afgezegd en kan niet meer veranderen.',
        en: 'This meeting was held or cancelled already and can no longer change.',
      },
    });
  }
}

export class MeetingNotOverYet extends Conflict {
  constructor() {
    super('meeting-not-over-yet', 'A meeting that has not begun cannot be marked as held.', {
      texts: { nl: 'Deze bijeenkomst is nog niet begonnen.', en: 'This meeting has not begun yet.' },
    });
  }
}

export class MeetingInThePast extends InvalidInput {
  constructor() {
    super('meeting-in-the-past', 'A meeting must begin in the future.', {
      faults: [{ path: 'start', message: 'must lie in the future' }],
      texts: { nl: 'Kies een moment in de toekomst.', en: 'Choose a moment in the future.' },
    });
  }
}

/** The members are in another meeting of the board at that time. */
export class MeetingClash extends Conflict {
  constructor(readonly other: string) {
    super('meeting-clash', 'The board has another meeting at that time.', {
      texts: {
        nl: `De klankbordgroep heeft dan al een andere bijeenkomst: ${other}.`,
        en: `The sounding board has another meeting at that time: ${other}.`,
      },
    });
  }
}

export class NoDateYet extends Conflict {
  constructor() {
    super('no-date-yet', 'Set the date of the meeting before its agenda is sent.', {
      texts: {
        nl: 'Kies eerst een datum. Daarna kunt u de agenda versturen.',
        en: 'Set a date first. Then you can send the agenda.',
      },
    });
  }
}

export class NothingToSend extends Conflict {
  constructor() {
    super(
      'nothing-to-send',
      'Nothing changed since the agenda was sent; ask with `resend` to send it again.',
      {
        texts: {
          nl: 'Er is niets veranderd sinds de agenda is verstuurd.',
          en: 'Nothing has changed since the agenda was sent.',
        },
      },
    );
  }
}

/** The study file would take away, or turn into another, a meeting that has a date. */
export class DatedMeetingIsKept extends Conflict {
  constructor(title: string) {
    super(
      'dated-meeting-is-kept',
      `The meeting “${title}” has a date; the study file cannot remove or replace it.`,
      {
        texts: {
          nl: `De bijeenkomst “${title}” heeft al een datum. Zeg die eerst af, of laat die in het onderzoeksbestand staan.`,
          en: `The meeting “${title}” has a date already. Cancel it first, or leave it in the study file.`,
        },
      },
    );
  }
}

export class BoardLinkUnknown extends NotFound {
  constructor() {
    super('board-link-unknown', 'There is nothing at this address.');
  }
}

/** A link that once worked: expired, replaced, or its member has left the board. */
export class BoardLinkClosed extends Gone {
  constructor() {
    super('board-link-closed', 'This link no longer works.', {
      texts: {
        nl: 'Deze persoonlijke link is vervallen of vervangen. Kijk in de nieuwste mail over de klankbordgroep, of beantwoord die mail: dan helpen wij u verder.',
        en: 'This personal link has expired or was replaced. Look in the latest mail about the sounding board, or reply to that mail and we will help you.',
      },
    });
  }
}

export class MeetingMovedMeanwhile extends Conflict {
  constructor() {
    super('meeting-moved-meanwhile', 'The meeting has moved since this page was opened.', {
      texts: {
        nl: 'De bijeenkomst is intussen verzet. Bekijk de nieuwe datum en geef opnieuw antwoord.',
        en: 'The meeting has moved in the meantime. Look at the new date and answer again.',
      },
    });
  }
}

export class AnswerTooLate extends Conflict {
  constructor() {
    super('answer-too-late', 'This meeting has begun or was cancelled, so it asks for no answer any more.', {
      texts: {
        nl: 'Deze bijeenkomst is al begonnen of gaat niet door. Antwoorden hoeft niet meer.',
        en: 'This meeting has begun or is cancelled. You need not answer any more.',
      },
    });
  }
}

/** Moving the meeting tells everybody what it has become, so what nobody reviewed yet would go along. */
export class UnsentAgendaChanges extends Conflict {
  constructor() {
    super(
      'unsent-agenda-changes',
      'The agenda has changes that members were not told of yet: send it first.',
      {
        texts: {
          nl: 'De agenda heeft wijzigingen die de leden nog niet kennen. Verstuur die eerst, of verzet de bijeenkomst op haar eigen pagina.',
          en: 'The agenda has changes that members were not told of yet. Send it first, or move the meeting on its own page.',
        },
      },
    );
  }
}
