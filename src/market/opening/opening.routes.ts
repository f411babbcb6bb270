/** The page of an opening, the list of shares a holder takes home, files of opened bids, and the proof of a key. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { renderDocument } from '#ui';
import type { MarketServing } from '../core/market.routes.ts';
import { openFile } from './bid-file.ts';
import { readChallenge } from './key-proof.ts';
import { renderKeyProof, renderOpening } from './opening.page.tsx';
import { readOpening } from './opening.view.ts';
import { sharesFor } from './shares.ts';

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });
const OneFile = Type.Object({ id: Type.String({ format: 'uuid' }), submission: Type.String({ format: 'uuid' }), number: Type.String({ pattern: '^[0-9]{1,3}$' }) });

type OfPurchase = { Params: { readonly id: string } };

export function openingRoutes(app: FastifyInstance, serving: MarketServing): void {
  app.get<OfPurchase>('/torv/koeb/:id/aabning', { schema: { hide: true, params: Id }, config: { page: true, action: 'purchase.read' } }, async (request, reply) => {
    const view = await readOpening(serving.market(request), await serving.actor(request), request.params.id);
    return html(reply, renderDocument(renderOpening({ ...view, site: await serving.site(request) })));
  });
  app.post<OfPurchase>('/torv/koeb/:id/aabning/dele', { schema: { hide: true, params: Id }, config: { form: true, action: 'opening.commit' } }, async (request, reply) => {
    const shares = await sharesFor(serving.market(request), await serving.actor(request), request.params.id);
    return privately(reply).header('content-disposition', 'attachment; filename="shares.json"').type('application/json; charset=utf-8').send(JSON.stringify(shares));
  });
  app.get<{ Params: { readonly id: string; readonly submission: string; readonly number: string } }>('/torv/koeb/:id/aabning/:submission/filer/:number', {
    schema: { hide: true, params: OneFile }, config: { page: true, action: 'bid.read' },
  }, async (request, reply) => {
    const { id, submission, number } = request.params;
    const { name, bytes, content } = await openFile(serving.market(request), await serving.actor(request), { purchase: id, submission, number: Number(number) });
    // Never as what it says it is: a page of the bidder's would act as one of this site.
    return privately(reply).header('content-disposition', `attachment; filename="bilag"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (one) => `%${one.codePointAt(0)?.toString(16).toUpperCase()}`)}`)
      .header('content-length', bytes).type('application/octet-stream').send(Readable.from(content, { objectMode: false }));
  });
  app.get<OfPurchase>('/torv/koeb/:id/noegle', { schema: { hide: true, params: Id }, config: { page: true, action: 'purchase.prove-key' } }, async (request, reply) => {
    const asked = await readChallenge(serving.market(request), await serving.actor(request), request.params.id);
    return html(reply, renderDocument(renderKeyProof({ ...asked, site: await serving.site(request) })));
  });
}

function html(reply: FastifyReply, text: string): FastifyReply {
  return privately(reply).type('text/html; charset=utf-8').send(text);
}

function privately(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'private, no-store');
}
