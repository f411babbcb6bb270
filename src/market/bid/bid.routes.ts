/** The page of a bid, what is downloaded for it, and drafts that only their writers can read. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { FailureError, refuse, unwrap } from '#base';
import { keySetId, type KeySet } from '#seal';
import { renderDocument } from '#ui';
import type { MarketServing } from '../core/market.routes.ts';
import type { PurchaseBody } from '../purchase/purchase.schema.ts';
import { da } from './bid.sheet.da.ts';
import { en } from './bid.sheet.en.ts';
import { renderBid } from './bid.page.tsx';
import { keepDraft, readBidFacts, readDraft, type BidFacts } from './bid.store.ts';

const headings = { da, en } as const;
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });
/** Characters of base64 for 512 KiB. */
const LONGEST_DRAFT = 700_000;
const Draft = Type.Object({ version: Type.Integer({ minimum: 0 }), sealed: Type.String({ minLength: 1, maxLength: LONGEST_DRAFT, pattern: '^[A-Za-z0-9+/]+={0,2}$' }) }, { additionalProperties: false });

type OfPurchase = { Params: { readonly id: string } };

export function bidRoutes(app: FastifyInstance, serving: MarketServing): void {
  const options = { schema: { hide: true, params: Id }, config: { page: true, action: 'bid.upload' } } as const;
  const facts = async (request: FastifyRequest<OfPurchase>): Promise<BidFacts> => readBidFacts(serving.market(request), await serving.actor(request), request.params.id);
  app.get<OfPurchase>('/torv/koeb/:id/giv-tilbud', options, async (request, reply) => {
    const [found, site] = [await facts(request), await serving.site(request)];
    const view = { ...found, site, keySetId: await keySetId(keySetOf(found.purchase.body)), now: serving.market(request).clock.now() };
    return privately(reply).type('text/html; charset=utf-8').send(renderDocument(renderBid(view)));
  });
  app.get<OfPurchase>('/torv/koeb/:id/noeglesaet.json', options, async (request, reply) => sendFile(reply, 'keyset.json', JSON.stringify(keySetOf((await facts(request)).purchase.body), null, 1)));
  app.get<OfPurchase>('/torv/koeb/:id/giv-tilbud/skabelon.json', options, async (request, reply) => sendFile(reply, 'bid.json', templateOf((await facts(request)).purchase.body)));
  app.get<OfPurchase>('/torv/koeb/:id/giv-tilbud/prisliste.xlsx', options, async (request, reply) => {
    const [{ purchase: { body } }, { lang }] = [await facts(request), await serving.site(request)];
    return attachment(reply, lang === 'da' ? 'prisliste.xlsx' : 'price-sheet.xlsx').type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(await sheetOf(body, headings[lang]));
  });
  draftRoutes(app, serving);
}

function draftRoutes(app: FastifyInstance, serving: MarketServing): void {
  const address = '/torv/koeb/:id/giv-tilbud/kladde';
  app.get<OfPurchase>(address, { schema: { hide: true, params: Id }, config: { action: 'bid.upload' } }, async (request, reply) => {
    const draft = await readDraft(serving.market(request), await serving.actor(request), request.params.id);
    if (draft === null) throw new FailureError(refuse('not-found', { da: ['Der er ingen kladde.', 'Gem en på tilbuddets side.'], en: ['There is no draft.', 'Save one on the page of the bid.'] }));
    return privately(reply).send(draft);
  });
  app.put<OfPurchase & { Body: { readonly version: number; readonly sealed: string } }>(address, { bodyLimit: LONGEST_DRAFT + 1000, schema: { hide: true, params: Id, body: Draft }, config: { action: 'bid.draft' } }, async (request, reply) => {
    const { version, sealed } = request.body;
    return privately(reply).send({ version: unwrap(await keepDraft(serving.market(request), await serving.actor(request), request.params.id, { version, content: Buffer.from(sealed, 'base64') })) });
  });
}

function keySetOf({ keySet }: PurchaseBody): KeySet {
  if (keySet === undefined) throw new Error('A purchase that takes bids has a key set.');
  return keySet;
}

/** What `torvet seal --bid` takes, with everything that must be filled in standing there empty. */
function templateOf({ requirements, sheet }: PurchaseBody): string {
  return JSON.stringify({
    version: 1, answers: requirements.map(({ id }) => ({ requirement: id, answer: '', text: '' })), prices: Object.fromEntries((sheet?.lines ?? []).map(({ number }) => [number, ''])),
    confidential: [], declaration: { unchanged: true, text: '' },
  }, null, 1);
}

/** Numbers of lines stand as text: as a number "1.10" would be "1.1". */
async function sheetOf({ sheet }: PurchaseBody, t: Record<keyof typeof da, string>): Promise<Buffer> {
  const head = [t.number, t.name, t.quantity, t.unit, t.price].map((value): Cell => ({ value, fontWeight: 'bold' }));
  const rows = (sheet?.lines ?? []).map(({ number, name, quantity, unit }): Cell[] => [{ value: number, type: String }, { value: name, type: String, wrap: true }, { value: quantity, type: Number }, { value: unit, type: String }, null]);
  return writeXlsxFile([{ data: [head, ...rows], sheet: t.sheet, stickyRowsCount: 1, columns: [{ width: 10 }, { width: 60 }, { width: 12 }, { width: 14 }, { width: 20 }] }]).toBuffer();
}

function privately(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'private, no-store');
}

function attachment(reply: FastifyReply, name: string): FastifyReply {
  return privately(reply).header('content-disposition', `attachment; filename="${name}"`);
}

function sendFile(reply: FastifyReply, name: string, json: string): FastifyReply {
  return attachment(reply, name).type('application/json; charset=utf-8').send(json);
}
