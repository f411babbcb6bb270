import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FailureError } from '#base';
import type { Site } from '#ui';
import { readAlias } from './notice.store.ts';
import type { Serving } from './serving.ts';

export interface Moved {
  /** The address of the same thing under the ocid that it has now. */
  readonly address: (ocid: string, site: Site) => string;
  /** What to say when no process ever had that ocid. */
  readonly otherwise: FailureError;
}

/** Sends on who asks by an ocid that a process had before others joined it. @throws FailureError `otherwise` */
export async function sendOn(
  serving: Serving, request: FastifyRequest<{ Params: { ocid: string } }>, reply: FastifyReply, { address, otherwise }: Moved,
): Promise<FastifyReply> {
  const now = await readAlias(serving.database(request), request.params.ocid);
  if (now === null) throw otherwise;
  return reply.redirect(address(now, await serving.site(request)), 301);
}
