/** Uploads, submissions and receipts over HTTP: the API, and the plain form for whoever has no JavaScript. */
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { FailureError, refuse, unwrap } from '#base';
import { BID_API, isReceived, KEYS } from './addresses.ts';
import { arrivedAt, noteArrivals } from './arrival.ts';
import { keyOf, lotOf, ownReceipt, type LotParams } from './asked.ts';
import { FULL_CHUNK, LONGEST_HEADER, MOST_CHUNKS, MOST_PARTS } from './bounds.ts';
import { described, meaningOf } from './described.ts';
import { formRoutes } from './form.routes.ts';
import { ensureKey, publishedKeys } from './key.store.ts';
import { statusFor } from './read.store.ts';
import type { ReceiptFile } from './receipt.ts';
import { senderOf, type IntakeServing, type Place } from './serving.ts';
import { submit, withdraw, type Asking } from './submit.ts';
import { beginUpload, missingChunks, putChunk } from './upload.store.ts';

interface ChunkParams extends LotParams {
  readonly upload: string;
  readonly part: string;
  readonly number: string;
}

const strict = { additionalProperties: false } as const;
const Missing = Type.Object({ parts: Type.Array(Type.Integer({ minimum: 16, maximum: FULL_CHUNK * MOST_CHUNKS }), { minItems: 1, maxItems: MOST_PARTS, description: 'Sealed bytes of each part, in order.' }) }, strict);
const Submission = Type.Object({ upload: Type.String({ maxLength: 36 }), header: Type.String({ maxLength: LONGEST_HEADER, description: 'The header of the envelope as canonical JSON, as text.' }) }, strict);
const WITH_KEY = { type: 'object', properties: { 'idempotency-key': { type: 'string', minLength: 1, maxLength: 200, description: meaningOf('idempotency-key') } }, required: ['idempotency-key'] } as const;
const WITH_HASH = { type: 'object', properties: { 'x-chunk-sha256': { type: 'string', pattern: '^[0-9a-f]{64}$', description: meaningOf('x-chunk-sha256') } }, required: ['x-chunk-sha256'] } as const;
/** A little more than a chunk, so that one that is too long is told so by what reads it. */
const CHUNK_LIMIT = FULL_CHUNK + 1024;
/** Characters of the header may be written with a backslash. */
const SUBMIT_LIMIT = 2 * LONGEST_HEADER + 4096;

/** Every address of this room. They stand in a scope of their own, with the bodies that only they read. */
export async function intakeRoutes<Site extends Place>(app: FastifyInstance, serving: IntakeServing<Site>): Promise<void> {
  await app.register(async (scope) => {
    noteArrivals(scope, serving.clock, isReceived);
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: CHUNK_LIMIT }, (_request, body, done) => { done(null, body); });
    if (!scope.hasContentTypeParser('application/x-www-form-urlencoded')) await scope.register(formbody, { parser: pairsOf });
    if (!scope.hasContentTypeParser('multipart/form-data')) await scope.register(multipart);
    uploadRoutes(scope, serving);
    submissionRoutes(scope, serving);
    formRoutes(scope, serving);
    scope.get(KEYS, { schema: { hide: true } }, async (request) => {
      const { db, installation } = serving.intake(request);
      await ensureKey(db, serving.clock.now());
      return { installation, keys: await publishedKeys(db) };
    });
  });
}

/** As the shell reads forms: each field in the order sent. */
function pairsOf(text: string): Record<string, unknown> {
  return [...new URLSearchParams(text)] as unknown as Record<string, unknown>;
}

function uploadRoutes(app: FastifyInstance, serving: IntakeServing): void {
  const config = { action: 'bid.upload' } as const;
  const place = `${BID_API}/:purchase/:lot/uploads`;
  app.post<{ Params: LotParams }>(place, { config, schema: described('Begin an upload of sealed chunks', 'Begynd at overføre forseglede stykker', ['purchase', 'lot']) }, async (request) => {
    const { purchase, lot } = lotOf(request.params);
    const sender = await senderOf(serving, request, 'bid.upload', purchase);
    const { db, newId, clock, reached } = serving.intake(request);
    await reached?.('upload');
    return { upload: unwrap(await beginUpload(db, { id: newId(), purchase, lot, ...sender, now: clock.now() })) };
  });
  app.put<{ Params: ChunkParams; Headers: { 'x-chunk-sha256': string }; Body: Buffer }>(`${place}/:upload/parts/:part/chunks/:number`, {
    config, bodyLimit: CHUNK_LIMIT, schema: { ...described('Send a sealed chunk; the same again changes nothing', 'Send et forseglet stykke; det samme igen ændrer intet', ['purchase', 'lot', 'upload', 'part', 'number'], ['x-chunk-sha256']), consumes: ['application/octet-stream'], headers: WITH_HASH },
  }, async (request) => {
    const { part, number } = request.params;
    const { supplier } = await senderOf(serving, request, 'bid.upload', lotOf(request.params).purchase);
    const { db, clock, reached } = serving.intake(request);
    if (!Buffer.isBuffer(request.body)) throw new FailureError(refuse('invalid', { da: ['Stykket er der ikke.', 'Send dets byte som application/octet-stream.'], en: ['The chunk is not there.', 'Send its bytes as application/octet-stream.'] }));
    const put = putChunk(db, {
      upload: keyOf(request.params.upload), supplier, part: countOf(part), number: countOf(number), content: request.body, sha256: request.headers['x-chunk-sha256'], now: clock.now(),
    });
    await reached?.('chunk-sent');
    return { sha256: unwrap(await put) };
  });
  app.post<{ Params: ChunkParams; Body: Static<typeof Missing> }>(`${place}/:upload/missing`, { config, schema: { ...described('Which chunks are not there yet', 'Hvilke stykker der endnu ikke er kommet', ['purchase', 'lot', 'upload']), body: Missing } }, async (request) => {
    const { supplier } = await senderOf(serving, request, 'bid.upload', lotOf(request.params).purchase);
    return { missing: unwrap(await missingChunks(serving.intake(request).db, keyOf(request.params.upload), supplier, request.body.parts)) };
  });
}

function submissionRoutes(app: FastifyInstance, serving: IntakeServing): void {
  app.post<{ Params: LotParams; Body: Static<typeof Submission> }>(`${BID_API}/:purchase/:lot/submissions`, {
    config: { action: 'bid.submit' }, bodyLimit: SUBMIT_LIMIT, schema: { ...described('Submit an upload as a bid; answers with the signed receipt', 'Afgiv det overførte som tilbud; svaret er den underskrevne kvittering', ['purchase', 'lot'], ['idempotency-key']), headers: WITH_KEY, body: Submission },
  }, async (request, reply) => {
    const asking = askingOf(request, request.params);
    const sender = await senderOf(serving, request, 'bid.submit', asking.purchase);
    const { upload, header } = request.body;
    return sendReceipt(reply, unwrap(await submit(serving.intake(request), sender, { ...asking, upload: keyOf(upload), header: new TextEncoder().encode(header) })));
  });
  app.post<{ Params: LotParams }>(`${BID_API}/:purchase/:lot/withdrawals`, {
    config: { action: 'bid.withdraw' }, schema: { ...described('Withdraw the bid, until the deadline; answers with the signed receipt', 'Træk tilbuddet tilbage inden fristen; svaret er den underskrevne kvittering', ['purchase', 'lot'], ['idempotency-key']), headers: WITH_KEY },
  }, async (request, reply) => {
    const asking = askingOf(request, request.params);
    const sender = await senderOf(serving, request, 'bid.withdraw', asking.purchase);
    return sendReceipt(reply, unwrap(await withdraw(serving.intake(request), sender, asking)));
  });
  app.get<{ Params: { readonly submission: string } }>(`${BID_API}/receipts/:submission`, {
    config: { action: 'bid.read' }, schema: described('A receipt of your own, the same each time', 'En af jeres egne kvitteringer, den samme hver gang', ['submission']),
  }, async (request, reply) => sendReceipt(reply, await ownReceipt(serving, request, request.params.submission)));
  app.get<{ Params: { readonly purchase: string } }>(`${BID_API}/:purchase/status`, {
    config: { action: 'bid.read' }, schema: described('How your bids stand, lot by lot', 'Hvordan jeres tilbud står, delaftale for delaftale', ['purchase']),
  }, async (request) => {
    const purchase = keyOf(request.params.purchase);
    const { supplier } = await senderOf(serving, request, 'bid.read', purchase);
    return { lots: await statusFor(serving.intake(request).db, supplier, purchase) };
  });
}

function sendReceipt(reply: FastifyReply, file: ReceiptFile): FastifyReply {
  return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(JSON.stringify(file));
}

function askingOf(request: FastifyRequest, params: LotParams): Asking {
  return { ...lotOf(params), idempotencyKey: String(request.headers['idempotency-key']), receivedAt: arrivedAt(request) };
}

function countOf(text: string): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : -1;
}
