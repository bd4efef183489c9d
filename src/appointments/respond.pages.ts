import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { respondTexts } from '../../templates/pages/respond/respond.texts.js';
import { Public } from '../auth/public.js';
import { ConstraintErrors } from '../kernel/http/constraint-errors.js';
import { parsed } from '../kernel/http/parsed.js';
import type { PageResult } from '../web/page.js';
import { seeOther } from '../web/redirect.js';
import { toDomainError } from '../web/to-domain-error.js';
import { AcceptSlot } from './accept-slot.service.js';
import { tokenParams } from './appointments.schema.js';
import { readAcceptance, type SentAcceptance } from './domain/read-acceptance.js';
import { presentRespond } from './present-respond.js';
import { refusedPage } from './refuse-acceptance.js';
import { RespondDesk, type Visit } from './respond-desk.service.js';
import { confirmPage, momentOf, proposalPage, standingPage, type Shown } from './respond-page.js';

type TokenParams = z.output<typeof tokenParams>;

const checkQuery = z.object({ slot: z.string().max(100).optional() });

/** What a respondent opens with their personal link: no account, no script. Opening never changes anything. */
@Controller('r/:token')
@Public()
export class RespondPages {
  constructor(
    private readonly desk: RespondDesk,
    private readonly accepting: AcceptSlot,
    private readonly constraints: ConstraintErrors,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Param(parsed(tokenParams)) { token }: TokenParams) {
    return this.desk.serve(request, token, async (visit) => {
      const view = await this.desk.view(visit);
      return visit.wantsJson ? presentRespond(view) : standingPage({ visit, view });
    });
  }

  @Get('check')
  check(
    @Req() request: FastifyRequest,
    @Param(parsed(tokenParams)) { token }: TokenParams,
    @Query(parsed(checkQuery)) { slot }: z.output<typeof checkQuery>,
  ) {
    return this.desk.serve(request, token, async (visit) =>
      checked({ visit, view: await this.desk.view(visit) }, slot),
    );
  }

  @Post('accept')
  accept(
    @Req() request: FastifyRequest,
    @Param(parsed(tokenParams)) { token }: TokenParams,
    @Body() body: unknown,
  ) {
    return this.desk.serve(request, token, async (visit) => {
      const sent = readAcceptance(body);
      const refused = await this.take(visit, sent);
      if (refused) return refused;
      return visit.wantsJson ? presentRespond(await this.desk.view(visit)) : seeOther(visit.home);
    });
  }

  /** The page that says why it could not be taken; a script gets the error itself. */
  private async take(visit: Visit, sent: SentAcceptance): Promise<PageResult | undefined> {
    try {
      const { respondentId } = visit;
      await this.accepting.accept({ respondentId, slot: sent.slot ?? '', consent: sent.consent });
      return undefined;
    } catch (thrown) {
      const error = toDomainError(thrown, { constraints: this.constraints, contentType: undefined });
      if (visit.wantsJson || !error) throw thrown;
      const refused = refusedPage(error, { visit, view: await this.desk.view(visit) }, sent);
      if (!refused) throw thrown;
      return refused;
    }
  }
}

/** Step 2 for what was chosen in step 1. */
function checked(shown: Shown, slot: string | undefined): PageResult {
  const { view, visit } = shown;
  const t = respondTexts[visit.language];
  const canChoose = ['open', 'proposed', 'booked'].includes(view.standing);
  if (!canChoose) return standingPage(shown);
  if (slot === 'none' && view.standing !== 'booked') return proposalPage(shown);
  if (slot && momentOf(view, slot)) return confirmPage(shown, slot);
  const [status, message] = slot ? [409, t.gone] : [422, t.chooseOne];
  const state = { given: {}, faults: [{ path: 'slot', message }] };
  return view.standing === 'booked'
    ? confirmPage({ ...shown, status, state })
    : standingPage({ ...shown, status, state });
}
