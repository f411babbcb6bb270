import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Nothing from elsewhere, nothing inline: a text from a notice that slips through as markup still cannot run. */
const CONTENT_POLICY = [
  "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'",
  "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'", "manifest-src 'self'",
].join('; ');

/** Security headers and the request id: on everything, also on an answer that no hook sees. */
export function setHeaders(request: FastifyRequest, reply: FastifyReply, secure: boolean): void {
  void reply.headers({
    'content-security-policy': CONTENT_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'x-request-id': request.id,
  });
  if (secure) void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

/** The headers of `setHeaders`, and an ETag on what is small enough to hold in memory. */
export function addHeaders(app: FastifyInstance, secure: boolean): void {
  app.addHook('onRequest', async (request, reply) => setHeaders(request, reply, secure));
  app.addHook('onSend', async (request, reply, payload) => {
    // Who asks with HEAD is sent no file; read to its end, as it would be otherwise, it would keep the database busy for nobody.
    if (request.method === 'HEAD' && payload instanceof Readable) {
      payload.destroy();
      return Readable.from([]);
    }
    if (reply.statusCode !== 200 || typeof payload !== 'string' || reply.hasHeader('etag')) return payload;
    const etag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
    void reply.header('etag', etag);
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-cache');
    if (!matchesEtag(request.headers['if-none-match'], etag)) return payload;
    void reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return '';
  });
}

/** Weak comparison, as RFC 9110 asks of If-None-Match. */
function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').map((part) => part.trim().replace(/^W\//, '')).some((part) => part === '*' || part === etag);
}
