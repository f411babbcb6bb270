import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FailureError } from '#base';

export interface FileToSend {
  /** Where it lies. */
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
}

/**
 * Sends a file that never changes, or the one part of it that is asked for.
 * @throws FailureError when it is gone
 * @see RFC 9110, sections 13 and 14
 */
export async function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileToSend): Promise<FastifyReply> {
  const etag = `"${file.sha256}"`;
  void reply.headers({ etag, 'cache-control': 'no-cache', 'accept-ranges': 'bytes' });
  const known = request.headers['if-none-match']?.split(',').map((part) => part.trim().replace(/^W\//, '')) ?? [];
  if (known.includes(etag) || known.includes('*')) return reply.code(304).send();
  const handle = await open(file.path).catch(() => {
    throw new FailureError({ kind: 'unavailable', message: `The file ${file.name} was just replaced by a newer one.`, help: 'Ask for the same address again.' });
  });
  const { size } = await handle.stat();
  const validator = request.headers['if-range'];
  const range = validator === undefined || validator === etag ? readRange(request.headers.range, size) : 'whole';
  if (range === 'outside') {
    await handle.close();
    return reply.code(416).header('content-range', `bytes */${size}`).send();
  }
  const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range;
  if (range !== 'whole') void reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`);
  void reply.type(file.type).headers({ 'content-length': end - start + 1, 'content-disposition': `attachment; filename="${file.name}"` });
  if (request.method === 'HEAD') {
    await handle.close();
    // Without a body at all the length would be said to be none.
    return reply.send(Readable.from([]));
  }
  return reply.send(handle.createReadStream({ start, end }));
}

type Range = { readonly start: number; readonly end: number } | 'whole' | 'outside';

/** One part; a list of parts, or what is no range of bytes, is answered with the whole, as is allowed. */
function readRange(header: string | undefined, size: number): Range {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || from + to === '') return 'whole';
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return 'whole';
  return start >= size || start > end ? 'outside' : { start, end };
}
