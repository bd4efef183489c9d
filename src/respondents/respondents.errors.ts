import { Conflict, Forbidden, InvalidInput, NotFound, type Fault } from '../kernel/http/domain-error.js';
import type { Language } from '../kernel/text/language.js';
import type { ImportFault } from './domain/import-fault.js';
import { importTexts } from './domain/import-texts.js';
import type { RespondentStatus } from './respondent-status.js';

export class RespondentNotFound extends NotFound {
  constructor() {
    super('respondent-not-found', 'There is no such respondent, or you have no role in the study.', {
      texts: {
        nl: 'Deze respondent bestaat niet, of u hoort niet bij het onderzoek.',
        en: 'There is no such respondent, or you have no role in the study.',
      },
    });
  }
}

export class MayNotSeeRespondents extends Forbidden {
  constructor() {
    super('may-not-see-respondents', 'Your role in this study shows progress, not single respondents.', {
      texts: {
        nl: 'Met uw rol in dit onderzoek ziet u de voortgang, niet de afzonderlijke respondenten.',
        en: 'Your role in this study shows progress, not single respondents.',
      },
    });
  }
}

export class MayNotChangeRespondents extends Forbidden {
  constructor() {
    super('may-not-change-respondents', 'Only coordinators and owners add or change respondents.', {
      texts: {
        nl: 'Alleen coördinatoren en eigenaars voegen respondenten toe of wijzigen ze.',
        en: 'Only coordinators and owners add or change respondents.',
      },
    });
  }
}

/** Nothing was imported; the faults are in the reader's language and quote no cell. */
export class ImportRefused extends InvalidInput {
  constructor(readonly importFaults: readonly ImportFault[]) {
    super('import-refused', `The list has ${importFaults.length} fault(s); nothing was imported.`, {
      faults: importFaults.map(faultOf),
      texts: {
        nl: 'De lijst klopt nog niet. Er is niets geïmporteerd.',
        en: 'The list is not right yet. Nothing was imported.',
      },
    });
  }
}

const faultOf = ({ path, message, row, column }: ImportFault): Fault => ({
  path,
  message,
  ...(row !== null && { row }),
  ...(column !== null && { column }),
});

/** What was filled in for one respondent cannot be kept; the faults are in the reader's language. */
export class RespondentRefused extends InvalidInput {
  constructor(faults: readonly Fault[]) {
    super('respondent-refused', 'The respondent was not saved.', { faults });
  }

  static addressOf(pseudonym: string, language: Language): RespondentRefused {
    return new RespondentRefused([{ path: 'email', message: addressTaken[language](pseudonym) }]);
  }

  static unknownPlace(path: 'site' | 'role', known: string, language: Language): RespondentRefused {
    const texts = importTexts[language];
    return new RespondentRefused([
      { path, message: path === 'site' ? texts.unknownSite(known) : texts.unknownRole(known) },
    ]);
  }
}

const addressTaken: Readonly<Record<Language, (pseudonym: string) => string>> = {
  nl: (pseudonym) => `Dit e-mailadres is al van ${pseudonym}.`,
  en: (pseudonym) => `This e-mail address belongs to ${pseudonym} already.`,
};

/** The race that got past the check: two people saved the same address at one moment. */
export class AddressTaken extends Conflict {
  constructor() {
    super('address-taken', 'Another respondent of this study has this e-mail address.', {
      texts: {
        nl: 'Een andere respondent van dit onderzoek heeft dit e-mailadres al.',
        en: 'Another respondent of this study has this e-mail address already.',
      },
    });
  }
}

export class StatusRefused extends Conflict {
  constructor(from: RespondentStatus, to: RespondentStatus) {
    super('status-refused', `A respondent who is "${from}" cannot become "${to}" by hand.`, {
      texts: {
        nl: 'Deze status kan nu niet gekozen worden. Staat er een afspraak? Annuleer die dan eerst.',
        en: 'This status cannot be chosen now. Is there an appointment? Then cancel it first.',
      },
    });
  }
}

export class NothingToUndo extends Conflict {
  constructor() {
    super(
      'nothing-to-undo',
      'The last change of status was too long ago, or somebody else has changed it since.',
      {
        texts: {
          nl: 'Dit kan niet meer ongedaan gemaakt worden. Kies de status opnieuw.',
          en: 'This can no longer be undone. Choose the status again.',
        },
      },
    );
  }
}

export class ContactErased extends Conflict {
  constructor() {
    super(
      'contact-erased',
      'The contact details of this respondent were erased and cannot be filled in again.',
      {
        texts: {
          nl: 'De contactgegevens van deze respondent zijn gewist en kunnen niet opnieuw worden ingevuld.',
          en: 'The contact details of this respondent were erased and cannot be filled in again.',
        },
      },
    );
  }
}
