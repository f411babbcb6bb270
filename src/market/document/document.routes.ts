/** Files of purchases: up by a form, down as attachments that no browser shows or runs. */
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { fail, FailureError, idSource, ok, refuse, unwrap, type Failure, type Result } from '#base';
import { asActor, may, refusedBy, type Actor } from '#people';
import { NOT_THERE } from '../core/ask.ts';
import type { MarketServing } from '../core/market.routes.ts';
import { readRecord, type MarketTransaction } from '../core/records.store.ts';
import { subjectOf, type Market } from '../core/run.ts';
import { byServer } from '../core/server-rights.ts';
import { bytesOf, listFiles, readFile, storeFile, type StoredFile } from './document.store.ts';
import type { Scan } from './scan.ts';

export const MOST_FILE_BYTES = 32 * 1024 * 1024;
/** All files of a purchase together, with those that wait. */
export const MOST_BYTES = 512 * 1024 * 1024;
export const MOST_FILES = 300;
const LONGEST_NAME = 150;

const Id = Type.String({ format: 'uuid' });

/** A name that can stand in a header and on a disk: its last part, without what no file system likes. */
export function fileName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim().replace(/^\.+/, '');
  return clean.slice(0, LONGEST_NAME).toWellFormed() || 'fil';
}

interface Upload {
  readonly record: string;
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Stores a file that waits to become part of a purchase. */
export async function upload(market: Market, scan: Scan, actor: Actor | null, { record, name, type, content }: Upload): Promise<Result<StoredFile>> {
  const allowed = await mayUpload(market, actor, record);
  if (!allowed.ok || actor === null) return allowed.ok ? fail(NOT_THERE) : allowed;
  if (content.length === 0) return fail(refuse('invalid', { da: ['Filen er tom.', 'Vælg en anden.'], en: ['The file is empty.', 'Choose another one.'] }, 'file'));
  if (content.length > MOST_FILE_BYTES) return fail(tooLarge());
  const scanned = await scan(content);
  if (!scanned.ok) return scanned;
  return asActor(market.db, actor, async (trx) => {
    const files = await listFiles(trx, record);
    if (files.length >= MOST_FILES || await bytesOf(trx, record) + content.length > MOST_BYTES) return fail(refuse('conflict', { da: [`Et køb kan højst have ${MOST_FILES} filer på tilsammen ${MOST_BYTES / 1024 / 1024} MB.`, 'Saml flere i én.'], en: [`A purchase has at most ${MOST_FILES} files of together ${MOST_BYTES / 1024 / 1024} MB.`, 'Put several into one.'] }));
    const id = idSource(market.clock)();
    await storeFile(trx, { id, record, name: fileName(name), type: type.slice(0, 200), content, person: actor.user, at: market.clock.now() });
    const stored = (await listFiles(trx, record)).find((one) => one.id === id);
    return stored === undefined ? fail(NOT_THERE) : ok(stored);
  });
}

async function mayUpload(market: Market, actor: Actor | null, id: string): Promise<Result<true>> {
  return asActor(market.db, actor, async (trx: MarketTransaction) => {
    const seen = await readRecord(trx, id);
    const record = seen === null ? null : await byServer(actor, trx, () => readRecord(trx, id));
    if (record === null || record.kind !== 'purchase') return fail(NOT_THERE);
    const verdict = may(actor, 'purchase.upload', subjectOf(market.kinds.of('purchase'), record, null, 'purchase.upload'));
    if (verdict.allowed) return ok(true);
    return fail(verdict.hidden ? NOT_THERE : refusedBy(verdict));
  });
}

function tooLarge(): Failure {
  return refuse('invalid', { da: [`En fil må højst fylde ${MOST_FILE_BYTES / 1024 / 1024} MB.`, 'Del den, eller gør den mindre.'], en: [`A file has at most ${MOST_FILE_BYTES / 1024 / 1024} MB.`, 'Divide it, or make it smaller.'] }, 'file');
}

export function documentRoutes(app: FastifyInstance, serving: MarketServing, scan: Scan): void {
  const params = Type.Object({ id: Id });
  void app.register(async (scope) => {
    await scope.register(multipart, { limits: { files: 1, fields: 0, fileSize: MOST_FILE_BYTES, headerPairs: 50 }, throwFileSizeLimit: false });
    scope.post<{ Params: { id: string } }>('/torv/koeb/:id/dokumenter', { schema: { hide: true, params }, bodyLimit: MOST_FILE_BYTES + 64 * 1024, config: { page: true, form: true, action: 'purchase.upload' } }, async (request, reply) => {
      const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
      // Asked before a byte is read: nobody fills the memory for a purchase that is not theirs.
      unwrap(await mayUpload(market, actor, request.params.id));
      unwrap(await upload(market, scan, actor, { record: request.params.id, ...await readFilePart(request) }));
      return reply.redirect(`${site.href(`/torv/koeb/${request.params.id}`)}#laeg-op`, 303);
    });
  });
  app.get<{ Params: { id: string; document: string } }>('/torv/koeb/:id/dokumenter/:document', { schema: { hide: true, params: Type.Object({ id: Id, document: Id }) }, config: { action: 'purchase.read' } }, async (request, reply) => {
    const [actor, market] = [await serving.actor(request), serving.market(request)];
    const file = await asActor(market.db, actor, (trx) => readFile(trx, request.params.id, request.params.document));
    if (file === null) throw new FailureError(NOT_THERE);
    // Never its own type: no browser shows or runs what somebody uploaded.
    return reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`)
      .header('x-content-type-options', 'nosniff').header('content-security-policy', "default-src 'none'; sandbox").header('cache-control', 'private, no-store')
      .type('application/octet-stream').send(file.content);
  });
}

async function readFilePart(request: FastifyRequest): Promise<Omit<Upload, 'record'>> {
  const part = await request.file();
  if (part === undefined) throw new FailureError(refuse('invalid', { da: ['Der blev ikke sendt en fil.', 'Vælg først en fil.'], en: ['No file was sent.', 'Choose a file first.'] }, 'file'));
  const content = await part.toBuffer();
  if (part.file.truncated) throw new FailureError(tooLarge());
  return { name: part.filename, type: part.mimetype, content };
}
