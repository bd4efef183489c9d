import { Conflict, Forbidden, InvalidInput, NotFound, type Fault } from '../kernel/http/domain-error.js';

export class StudyNotFound extends NotFound {
  constructor() {
    super('study-not-found', 'There is no such study, or you have no role in it.', {
      texts: {
        nl: 'Dit onderzoek bestaat niet, of u hoort er niet bij.',
        en: 'There is no such study, or you have no role in it.',
      },
    });
  }
}

export class SiteNotFound extends NotFound {
  constructor(code: string) {
    super('site-not-found', `The study has no site ${code}.`, {
      texts: { nl: `Dit onderzoek heeft geen casus ${code}.`, en: `This study has no site ${code}.` },
    });
  }
}

export class StudyCodeTaken extends Conflict {
  constructor(code: string) {
    super(
      'study-code-taken',
      `There is a study with the code ${code} already; PUT /studies/${code} changes it.`,
      {
        texts: {
          nl: `Er is al een onderzoek met de code ${code}. Kies een andere code, of werk dat onderzoek bij.`,
          en: `There is a study with the code ${code} already. Choose another code, or update that study.`,
        },
      },
    );
  }
}

/** As the database says it, to whoever lost the race for a code. */
export class StudyCodeJustTaken extends Conflict {
  constructor() {
    super('study-code-taken', 'Another study has just been given this code.', {
      texts: {
        nl: 'Een ander onderzoek heeft deze code net gekregen. Kies een andere.',
        en: 'Another study has just been given this code. Choose another one.',
      },
    });
  }
}

export class StudyCodeDiffers extends Conflict {
  constructor(expected: string, found: string) {
    super('study-code-differs', `The file is of study ${found}, the address says ${expected}.`, {
      texts: {
        nl: `Dit bestand is van onderzoek ${found} en dit is onderzoek ${expected}. De code van een onderzoek verandert niet.`,
        en: `This file is of study ${found} and this is study ${expected}. The code of a study does not change.`,
      },
    });
  }
}

/** Every fault of the file, with the line where the text shows it as its row. */
export class StudyFileRefused extends InvalidInput {
  constructor(found: readonly (Fault & { readonly line?: number })[]) {
    const faults = found.map(({ line, ...fault }) => (line === undefined ? fault : { ...fault, row: line }));
    super('study-file-refused', `The study file has ${faults.length} fault(s); nothing was changed.`, {
      faults,
      texts: {
        nl: 'Het onderzoeksbestand klopt nog niet. Er is niets veranderd.',
        en: 'The study file is not right yet. Nothing was changed.',
      },
    });
  }
}

export class MayNotDefineStudies extends Forbidden {
  constructor() {
    super('may-not-define-studies', 'Your account may not create or change this study.', {
      texts: {
        nl: 'U mag dit onderzoek niet maken of wijzigen. Vraag het de eigenaar van het onderzoek.',
        en: 'You may not create or change this study. Ask the owner of the study.',
      },
    });
  }
}

export class OnlyOwnersAppointOwners extends Forbidden {
  constructor() {
    super('only-owners-appoint-owners', 'Only an owner of the study may appoint or dismiss an owner.', {
      texts: {
        nl: 'Alleen een eigenaar van het onderzoek kan iemand eigenaar maken of dat beëindigen.',
        en: 'Only an owner of the study may appoint or dismiss an owner.',
      },
    });
  }
}

export class StillHasRespondents extends Conflict {
  constructor() {
    super(
      'still-has-respondents',
      'A site or role that has respondents cannot be left out of the study file.',
      {
        texts: {
          nl: 'Een casus of respondentgroep met respondenten kan niet uit het onderzoeksbestand worden weggelaten.',
          en: 'A site or role that has respondents cannot be left out of the study file.',
        },
      },
    );
  }
}

export class StillHasAppointments extends Conflict {
  constructor() {
    super(
      'still-has-appointments',
      'A site where appointments were made cannot be left out of the study file.',
      {
        texts: {
          nl: 'Een casus waar afspraken zijn gemaakt, kan niet uit het onderzoeksbestand worden weggelaten.',
          en: 'A site where appointments were made cannot be left out of the study file.',
        },
      },
    );
  }
}
