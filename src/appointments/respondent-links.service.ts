import { Inject, Injectable } from '@nestjs/common';
import { CapabilityLinks } from '../auth/capability-links.service.js';
import { CONFIG } from '../kernel/config/config.token.js';
import type { Config } from '../kernel/config/env.js';
import { RespondentLinkUnknown } from './appointments.errors.js';

/** Whose page a link opens; a closed link still tells whom to turn to. */
export interface RespondentLink {
  readonly respondentId: string;
  readonly studyId: string;
  readonly isClosed: boolean;
}

/** Respondents' own pages: their addresses, and whom an address stands for. */
@Injectable()
export class RespondentLinks {
  constructor(
    private readonly links: CapabilityLinks,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** The address of the respondent's own page; the same one in every mail. */
  async urlOf(respondentId: string, studyId: string): Promise<string> {
    const { token } = await this.links.ensure({ purpose: 'respondent', subjectId: respondentId, studyId });
    return `${this.config.publicUrl}/r/${token}`;
  }

  /** Throws RespondentLinkUnknown for a token that was never given out. */
  async find(token: string): Promise<RespondentLink> {
    const link = await this.links.find('respondent', token);
    if (!link?.studyId) throw new RespondentLinkUnknown();
    const { subjectId: respondentId, studyId, expired, revoked } = link;
    return { respondentId, studyId, isClosed: expired || revoked };
  }
}
