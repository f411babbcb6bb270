import type { FastifyRequest } from 'fastify';
import { FailureError } from '#base';

type Given = Record<string, unknown>;

/** The parameters of an address: one value is text, several are a list. */
export function parseQuery(text: string): Given {
  const params = new URLSearchParams(text);
  const query: Given = Object.create(null) as Given;
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    query[name] = values.length === 1 ? values[0] : values;
  }
  return query;
}

interface QuerySchema {
  readonly properties?: Readonly<Record<string, { readonly type?: string; readonly maxLength?: number; readonly pattern?: string }>>;
}

/**
 * Gives the parameters the shapes that the route's schema names: an address knows only text, so that one value of a
 * list comes as text and a number as digits. Nothing is guessed beyond that; the schema still decides.
 * @param lenient a page drops what it does not know (a tracking parameter, an empty field of a form) and cuts a text that is too long; the API refuses both.
 */
export function shapeQuery(request: FastifyRequest, lenient: boolean): void {
  const schema = request.routeOptions.schema?.querystring as QuerySchema | undefined;
  if (schema?.properties === undefined) return;
  const query = request.query as Given;
  for (const [name, value] of Object.entries(query)) {
    const type = schema.properties[name]?.type;
    if (lenient && (type === undefined || value === '')) delete query[name];
    else if (type === 'array' && typeof value === 'string') query[name] = [value];
    else if (type === 'integer' && typeof value === 'string' && /^\d{1,15}$/.test(value)) query[name] = Number(value);
    else if (lenient && type === 'string') query[name] = fitting(String(Array.isArray(value) ? value.at(-1) : value), schema.properties[name]);
  }
}

// What has a pattern would be something else when it is cut.
function fitting(text: string, { maxLength, pattern }: { readonly maxLength?: number; readonly pattern?: string } = {}): string {
  return maxLength === undefined || pattern !== undefined ? text : text.slice(0, maxLength).toWellFormed();
}

/** No address that Torvet gives holds U+0000, and PostgreSQL has no such letter to compare with. */
export function refuseParams(request: FastifyRequest): void {
  const params = Object.values((request.params ?? {}) as Given);
  if (!params.some((value) => typeof value === 'string' && value.includes('\u0000'))) return;
  throw new FailureError({ kind: 'not-found', message: 'Nothing stands at this address.', help: 'Check the address, or start at the front page.' });
}
