import { Forbidden, Gone, InvalidInput, TooMany, Unauthenticated } from '../kernel/http/domain-error.js';

/** Nobody has signed in, or the session has ended. */
export class NotSignedIn extends Unauthenticated {
  constructor() {
    super('not-signed-in', 'Sign in first: send a session token as Authorization: Bearer.', {
      texts: { nl: 'U bent niet ingelogd. Log eerst in.', en: 'You are not signed in. Sign in first.' },
    });
  }
}

/** The same words for an unknown address, a wrong password and an account without one. */
export class WrongSignIn extends Unauthenticated {
  constructor() {
    super('wrong-sign-in', 'The e-mail address or the password is not right.', {
      texts: {
        nl: 'Het e-mailadres of het wachtwoord klopt niet.',
        en: 'The e-mail address or the password is not right.',
      },
    });
  }
}

export class TooManyAttempts extends TooMany {
  constructor(seconds: number) {
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    super('too-many-attempts', `Too many attempts. Try again in ${minutes} min.`, {
      retryAfter: seconds,
      texts: {
        nl: `Er is te vaak geprobeerd in te loggen. Probeer het over ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'} opnieuw.`,
        en: `There were too many attempts to sign in. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
      },
    });
  }
}

/** A form that was not ours, or that belongs to a session that has ended since. */
export class FormNotTrusted extends Forbidden {
  constructor() {
    super('form-not-trusted', 'The request does not carry the token of your session. Load the page again.', {
      texts: {
        nl: 'Deze pagina is verlopen. Open de pagina opnieuw en probeer het nog eens.',
        en: 'This page has expired. Open the page again and try once more.',
      },
    });
  }
}

export class PasswordLinkEnded extends Gone {
  constructor() {
    super('link-ended', 'This link has been used or has expired.', {
      texts: {
        nl: 'Deze link is al gebruikt of verlopen. Vraag een nieuwe link aan bij “Wachtwoord vergeten”.',
        en: 'This link has been used or has expired. Ask for a new one under “Forgotten your password”.',
      },
    });
  }
}

export class WrongCurrentPassword extends InvalidInput {
  constructor() {
    super('wrong-current-password', 'The current password is not right.');
  }
}

/** The key came back with another request than the first time. */
export class KeyReused extends InvalidInput {
  constructor() {
    super('idempotency-key-reused', 'This Idempotency-Key was used for another request.');
  }
}
