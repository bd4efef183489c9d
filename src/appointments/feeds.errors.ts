import { Forbidden, NotFound } from '../kernel/http/domain-error.js';

export class FeedNotFound extends NotFound {
  constructor() {
    super('feed-not-found', 'There is no such feed.', {
      texts: { nl: 'Dit agenda-abonnement bestaat niet.', en: 'There is no such calendar feed.' },
    });
  }
}

export class MayNotHaveFeed extends Forbidden {
  constructor() {
    super('may-not-have-feed', 'Only a coordinator or owner of the study may have this feed.', {
      texts: {
        nl: 'Alleen een coördinator of eigenaar van het onderzoek mag dit agenda-abonnement hebben.',
        en: 'Only a coordinator or owner of the study may have this calendar feed.',
      },
    });
  }
}
