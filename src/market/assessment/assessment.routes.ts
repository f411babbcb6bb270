/** The pages of the assessment, for the buyer's own people who may read bids. Everybody else is told that nothing stands there. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { VNode } from 'preact';
import { asActor, type Actor } from '#people';
import { renderDocument } from '#ui';
import { renderMinutes } from '../award/minutes.page.tsx';
import { notThere } from '../core/ask.ts';
import type { MarketServing } from '../core/market.routes.ts';
import type { Presentation } from '../core/present.ts';
import { readChildren } from '../core/records.store.ts';
import type { Market } from '../core/run.ts';
import { byServer } from '../core/server-rights.ts';
import { readView } from '../core/view.store.ts';
import type { MarketFinding } from '../findings.ts';
import { isCompetitive } from '../purchase/purchase.life.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import type { Assessment } from './assessment.store.ts';
import { renderBids } from './bids.page.tsx';
import { standingAtDeadline } from './check.ts';
import type { PageProps } from './frame.page.tsx';
import { renderRanking } from './ranking.page.tsx';

const OPENED: readonly string[] = ['opened', 'assessed', 'decided', 'contracted'];
const RANKED: readonly string[] = ['assessed', 'decided', 'contracted'];

type Request = FastifyRequest<{ Params: { id: string } }>;

/** @throws FailureError where there is nothing that the reader may see */
async function pageProps(serving: MarketServing, presentation: Presentation, request: Request, states: readonly string[]): Promise<PageProps> {
  const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
  const view = await readView(market, presentation, actor, site, request.params.id);
  const record = view?.record as Purchase | undefined;
  const assessment = (view?.extra as { readonly assessment: Assessment | null } | undefined)?.assessment ?? null;
  const internal = record?.internal ?? null;
  const isHidden = view === null || record === undefined || internal === null || assessment === null || !states.includes(record.state) || !isCompetitive(record);
  // Whoever may read no bid of it is shown nothing but that interests must be declared first.
  if (isHidden || (assessment.bids.length === 0 && !assessment.mustDeclare)) throw notThere();
  return { view, record, internal, assessment };
}

/** How each bidder stood at the deadline: read by the server, for an application is its supplier's and the owner's of the system. */
async function standingOf(market: Market, actor: Actor | null, { record, assessment }: PageProps): Promise<ReadonlyMap<string, readonly MarketFinding[]>> {
  const { parent } = record;
  const records = parent === null ? [] : await asActor(market.db, actor, (trx) => byServer(actor, trx, () => readChildren(trx, parent)));
  return new Map(assessment.bids.map((bid) => [bid.submission, standingAtDeadline(record, bid, records)]));
}

export function assessmentRoutes(app: FastifyInstance, serving: MarketServing, presentations: readonly Presentation[]): void {
  const presentation = presentations.find(({ kind }) => kind === 'purchase');
  if (presentation === undefined) throw new Error('Purchases have a presentation.');
  const page = (path: string, states: readonly string[], render: (props: PageProps, request: Request) => Promise<VNode> | VNode): void => {
    app.get<{ Params: { id: string } }>(`/torv/koeb/:id/${path}`, { schema: { hide: true, params: Type.Object({ id: Type.String({ format: 'uuid' }) }) }, config: { page: true, action: 'purchase.read' } }, async (request, reply) => {
      const props = await pageProps(serving, presentation, request, states);
      return reply.header('cache-control', 'private, no-store').type('text/html; charset=utf-8').send(renderDocument(await render(props, request)));
    });
  };
  page('bedoemmelse', OPENED, async (props, request) => renderBids({ ...props, presentation, standing: await standingOf(serving.market(request), await serving.actor(request), props) }));
  page('rangfoelge', RANKED, renderRanking);
  page('referat', RANKED, renderMinutes);
}
