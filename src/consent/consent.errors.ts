import { Conflict, InvalidInput } from '../kernel/http/domain-error.js';

export class AnsweredFormIsFinal extends Conflict {
  constructor(version: string) {
    super(
      'answered-form-is-final',
      `Consent form ${version} was answered already; give the changed form a new version.`,
      {
        texts: {
          nl: `Toestemmingsformulier ${version} is al ingevuld. Geef het gewijzigde formulier een nieuw versienummer.`,
          en: `Consent form ${version} was answered already. Give the changed form a new version.`,
        },
      },
    );
  }
}

/** A statement without which there is no interview was not given. */
export class ConsentMissing extends InvalidInput {
  constructor(readonly statements: readonly string[]) {
    super('consent-missing', 'A required consent statement was not given.', {
      faults: statements.map((code) => ({ path: `consent.${code}`, message: 'is required to take part' })),
      texts: {
        nl: 'U kunt alleen meedoen als u de verplichte verklaring aankruist.',
        en: 'You can only take part when you tick the required statement.',
      },
    });
  }
}
