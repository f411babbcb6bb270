/** A record for programs: what its page shows, by the same rights. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { FailureError, refuse } from '#base';
import { asActor, may, type Action, type Actor } from '#people';
import type { MarketServing } from './market.routes.ts';
import { inDanish } from './in-danish.ts';
import { readRecord } from './records.store.ts';
import type { MarketRecord } from './record.ts';
import { subjectOf, type Market } from './run.ts';
import { byServer } from './server-rights.ts';

const Id = Type.String({ format: 'uuid' });
const Nullable = (schema: ReturnType<typeof Type.String>) => Type.Union([schema, Type.Null()]);

export const RecordSchema = Type.Object({
  id: Id, kind: Type.String(), owner: Id, parent: Nullable(Id), state: Type.String(), version: Type.Integer(), audience: Type.String(),
  title: Type.String(), body: Type.Unknown(), ocid: Nullable(Type.String()), createdAt: Type.String(), changedAt: Type.String(),
});

export interface ApiRecord extends Omit<MarketRecord, 'parties' | 'internal'> {
  readonly title: string;
}

/** Never who takes part, nor what is internal. Null: there is none, or the reader may not see it. */
export async function readApiRecord(market: Market, actor: Actor | null, id: string): Promise<ApiRecord | null> {
  return asActor(market.db, actor, async (trx) => {
    const seen = await readRecord(trx, id);
    const whole = seen === null ? null : await byServer(actor, trx, () => readRecord(trx, id));
    if (seen === null || whole === null) return null;
    const kind = market.kinds.of(seen.kind);
    const action = `${seen.kind}.read`;
    if (!may(actor, action as Action, subjectOf(kind, whole, null, action)).allowed) return null;
    const { parties, internal, ...shown } = seen;
    void [parties, internal];
    return { ...shown, title: kind.titleOf(seen) };
  });
}

export function recordApiRoutes(app: FastifyInstance, serving: MarketServing): void {
  app.get<{ Params: { id: string } }>('/api/v1/market/records/:id', {
    schema: { tags: ['market'], summary: 'A record of the market place, as you may see it', ...inDanish({ summary: 'En sag på markedspladsen, som I må se den', id: 'Sagens nøgle.' }), params: Type.Object({ id: Type.String({ format: 'uuid', description: 'Key of the record.' }) }), response: { 200: RecordSchema } },
    config: { action: 'market.read' },
  }, async (request, reply) => {
    const actor = await serving.actor(request);
    const record = await readApiRecord(serving.market(request), actor, request.params.id);
    if (record === null) throw new FailureError(refuse('not-found', { da: ['Det findes ikke, eller du må ikke se det.', 'Se efter, om nummeret er rigtigt, og hvem du er logget ind for.'], en: ['There is no such record, or you may not see it.', 'Check the key, and for whom you are logged in.'] }));
    if (record.audience !== 'public' || actor !== null) void reply.header('cache-control', 'private, no-store');
    return record;
  });
}
