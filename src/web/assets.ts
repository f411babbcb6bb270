import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { assetFiles, assetRoot } from '#ui';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Style sheets, fonts and pictures: known at start, packed once, kept by the browser for a year under a hashed address. */
export function addAssets(app: FastifyInstance): void {
  for (const { name, type, body } of assetFiles()) {
    const packed = /^(text|image\/svg)/.test(type) ? new Map<string, Promise<Buffer>>() : null;
    const pack = (encoding: 'br' | 'gzip'): Promise<Buffer> => {
      const known = packed?.get(encoding) ?? (encoding === 'br'
        ? compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
        : compressGzip(body));
      packed?.set(encoding, known);
      return known;
    };
    app.get(assetRoot() + name, { schema: { hide: true }, logLevel: 'warn' }, async (request, reply) => {
      void reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding');
      const accepted = request.headers['accept-encoding'] ?? '';
      const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
      if (packed === null || encoding === null) return reply.send(Buffer.from(body));
      return reply.header('content-encoding', encoding).send(await pack(encoding));
    });
  }
}
