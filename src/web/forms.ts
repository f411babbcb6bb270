import formbody from '@fastify/formbody';
import { errorCodes, type FastifyInstance } from 'fastify';

/** A route says by this that it takes the form of a page; its body is then `[name, value]` for each field, in the order sent. */
declare module 'fastify' {
  interface FastifyContextConfig {
    form?: boolean;
  }
}

const FORM = /^application\/x-www-form-urlencoded\b/i;
/** Bytes of a form without files. */
const LARGEST_FORM = 64 * 1024;

/** Forms of pages, read as pairs: what the names mean, the schema of the route says (`readForm` of the market). Other routes refuse them, as before. */
export async function addForms(app: FastifyInstance): Promise<void> {
  await app.register(formbody, { bodyLimit: LARGEST_FORM, parser: pairsOf });
  app.addHook('preParsing', async ({ headers: { 'content-type': type }, method, routeOptions: { config }, is404 }) => {
    const isForm = type !== undefined && FORM.test(type) && method !== 'GET' && method !== 'HEAD';
    if (isForm && !is404 && config.form !== true) throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(type);
  });
}

function pairsOf(text: string): Record<string, unknown> {
  return [...new URLSearchParams(text)] as unknown as Record<string, unknown>;
}
