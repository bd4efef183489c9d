import { Conflict, InvalidInput } from '../kernel/http/domain-error.js';
import type { SlotObstacle } from './slots/why-not-free.js';

/** Each obstacle in a sentence. */
export const obstacleTexts: Readonly<Record<SlotObstacle, { nl: string; en: string }>> = {
  period: {
    nl: 'Dit moment ligt buiten de veldwerkperiode.',
    en: 'This moment is outside the fieldwork period.',
  },
  notice: { nl: 'Dit moment is te kort van tevoren.', en: 'This moment is too soon.' },
  'outside-hours': {
    nl: 'De interviewer werkt op dit moment niet.',
    en: 'The interviewer does not work at this moment.',
  },
  busy: {
    nl: 'De interviewer heeft dan al iets anders.',
    en: 'The interviewer has something else at that time.',
  },
  buffer: {
    nl: 'Er blijft te weinig tijd over tussen dit moment en een andere afspraak van de interviewer.',
    en: 'There is too little time between this moment and another appointment of the interviewer.',
  },
  'own-calendar': {
    nl: 'Dit moment is bezet in de eigen agenda van de interviewer.',
    en: "This moment is taken in the interviewer's own calendar.",
  },
  'own-calendar-buffer': {
    nl: 'Er blijft te weinig tijd over tussen dit moment en iets in de eigen agenda van de interviewer.',
    en: "There is too little time between this moment and something in the interviewer's own calendar.",
  },
  'daily-maximum': {
    nl: 'De interviewer heeft die dag al het maximale aantal afspraken.',
    en: 'The interviewer has the maximum number of appointments on that day.',
  },
  'respondent-window': { nl: 'De respondent kan dan niet.', en: 'The respondent cannot make that time.' },
  'respondent-busy': {
    nl: 'De respondent heeft dan al een afspraak voor dit onderzoek.',
    en: 'The respondent has an appointment for this study at that time.',
  },
};

/** A moment that somebody could not make; `obstacle` says why. */
export class SlotNotFree extends Conflict {
  constructor(readonly obstacle: SlotObstacle) {
    super(`slot-${obstacle}`, obstacleTexts[obstacle].en, { texts: obstacleTexts[obstacle] });
  }
}

/** What the exclusion constraint means: somebody else was faster. */
export class TimeTakenAlready extends Conflict {
  constructor() {
    super('time-taken', 'Somebody is taken at that time already.', {
      texts: {
        nl: 'Dit moment is net door iemand anders gekozen.',
        en: 'Somebody else has just taken this moment.',
      },
    });
  }
}

export const unknownInterviewerTexts = {
  nl: 'Deze persoon is geen interviewer van het onderzoek.',
  en: 'This person is not an interviewer of the study.',
} as const;

export class UnknownInterviewer extends InvalidInput {
  constructor() {
    super('unknown-interviewer', unknownInterviewerTexts.en, { texts: unknownInterviewerTexts });
  }
}

export class RangeTooLong extends InvalidInput {
  constructor(days: number) {
    super('range-too-long', `Ask for at most ${days} days at a time.`);
  }
}
