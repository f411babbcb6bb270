/// <reference types="@fastify/swagger" />
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import type { Clock, Failure } from '#base';
import { renderDocument, type Site } from '#ui';
import type { AnalysisPlace } from './analysis/generation.ts';
import type { Aside } from './aside.ts';
import type { RegisterTables } from './tables.ts';

/** What the shell gives the register's routes for each request. */
export interface Serving {
  readonly clock: Clock;
  /** Public address of this installation, without a slash at the end. */
  readonly url: string;
  readonly publisher: string;
  /** Requests for data a minute that one client may send; null: no limit. */
  readonly rate: number | null;
  /** The database of the world that the request asks for. */
  database(request: FastifyRequest): Kysely<RegisterTables>;
  /** Where the analysis files of that world stand; null: this server was given no folder. */
  analysis(request: FastifyRequest): AnalysisPlace | null;
  site(request: FastifyRequest): Promise<Site>;
  /** Has what follows a change done at once, in the world of the request, instead of within the minute. Call it after the commit. */
  wake(request: FastifyRequest): void;
  /** What other rooms say on the pages of processes and organisations. */
  readonly asides?: readonly Aside[];
}

/** Settings of a route that the shell reads: a page ignores parameters it does not know, the API refuses them. */
declare module 'fastify' {
  interface FastifyContextConfig {
    page?: boolean;
  }
}

export function sendPage(reply: FastifyReply, page: VNode): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(renderDocument(page));
}

export function notFound(what: string, help: string): Failure {
  return { kind: 'not-found', message: what, help };
}
