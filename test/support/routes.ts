import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';

/** A JSON Schema as far as a parameter has one. */
export interface ParameterSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: ParameterSchema;
}

export interface Route {
  /** `/udbud/:ocid` */
  readonly url: string;
  /** Its parameters behind the question mark, by name. */
  readonly query: Readonly<Record<string, ParameterSchema>>;
  /** Left out of the document of the API: a page or a file. */
  readonly hidden: boolean;
}

interface RouteSchema {
  readonly hide?: boolean;
  readonly querystring?: { readonly properties?: Route['query'] };
}

/** Makes a server and tells every address that it answers to GET, hidden or not: Fastify announces itself before anything stands on it. */
export async function withRoutes(build: () => Promise<FastifyInstance>): Promise<{ readonly app: FastifyInstance; readonly routes: readonly Route[] }> {
  const routes: Route[] = [];
  const note = ({ method, url, schema }: RouteOptions): void => {
    const { hide = false, querystring } = (schema ?? {}) as RouteSchema;
    if ([method].flat().includes('GET')) routes.push({ url, query: querystring?.properties ?? {}, hidden: hide });
  };
  const watch = (message: unknown): void => {
    (message as { readonly fastify: FastifyInstance }).fastify.addHook('onRoute', note);
  };
  subscribe('fastify.initialization', watch);
  try {
    return { app: await build(), routes };
  } finally {
    unsubscribe('fastify.initialization', watch);
  }
}
