import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Account } from '../auth/account.entity.js';
import { seesWholeStudy } from '../calendar/feeds/domain/feed-kinds.js';
import { Feeds, type FeedRequest } from '../calendar/feeds/feeds.service.js';
import { Site } from '../studies/site.entity.js';
import type { StudyScope } from '../studies/study-scope.js';
import { ownFeedName, siteFeedName, studyFeedName } from '../../templates/pages/feeds/feed-names.js';
import { FeedNotFound, MayNotHaveFeed } from './feeds.errors.js';
import type { FeedView } from './feeds.schema.js';

interface Offer extends FeedRequest {
  readonly id: string;
  readonly kind: FeedView['kind'];
  readonly site: string | null;
  readonly siteName: string | null;
}

/** The feeds that somebody of the team may have: their own, and for who plans also those of the study and its sites. */
@Injectable()
export class StudyFeeds {
  constructor(
    private readonly em: EntityManager,
    private readonly feeds: Feeds,
  ) {}

  async list(scope: StudyScope): Promise<FeedView[]> {
    const offers = await this.offers(scope);
    const scopeIds = offers.map(({ scopeId }) => scopeId);
    const addresses = await this.feeds.addresses(scope.actorId, scopeIds);
    return offers.map((offer) => present(offer, addresses.get(offer.scopeId) ?? null));
  }

  /** Throws FeedNotFound or MayNotHaveFeed. */
  async open(scope: StudyScope, id: string, { isNew = false } = {}): Promise<FeedView> {
    const offer = await this.offer(scope, id);
    return present(offer, await this.feeds.open(offer, { isNew }));
  }

  /** Throws FeedNotFound or MayNotHaveFeed. */
  async close(scope: StudyScope, id: string): Promise<FeedView> {
    const offer = await this.offer(scope, id);
    await this.feeds.close(offer);
    return present(offer, null);
  }

  private async offer(scope: StudyScope, id: string): Promise<Offer> {
    if (id !== 'account' && !seesWholeStudy(scope.role)) throw new MayNotHaveFeed();
    const offer = (await this.offers(scope)).find((one) => one.id === id);
    if (!offer) throw new FeedNotFound();
    return offer;
  }

  private async offers(scope: StudyScope): Promise<Offer[]> {
    const { actorId: ownerId, studyId, role } = scope;
    const { language } = await this.em.findOneOrFail(Account, { id: ownerId });
    const own = { id: 'account', kind: 'account', ownerId, scopeId: ownerId, studyId: null } as const;
    const account: Offer = { ...own, ...nowhere, name: ownFeedName(language) };
    if (!seesWholeStudy(role)) return [account];
    const study = { id: 'study', kind: 'study', ownerId, scopeId: studyId, studyId } as const;
    const sites = await this.em.find(Site, { studyId }, { orderBy: { position: 1 } });
    const ofSites = sites.map((site): Offer => {
      const { id: scopeId, code, name: siteName } = site;
      const place = { site: code, siteName, name: siteFeedName(scope, site) };
      return { id: `site-${code}`, kind: 'site', ownerId, scopeId, studyId, ...place };
    });
    return [account, { ...study, ...nowhere, name: studyFeedName(scope) }, ...ofSites];
  }
}

const nowhere = { site: null, siteName: null } as const;

const present = ({ id, kind, site, siteName, name }: Offer, url: string | null): FeedView => {
  return { id, kind, site, siteName, name, url };
};
