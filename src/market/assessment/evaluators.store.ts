/** Who can be named to assess bids. */
import { peopleIn } from '#people';
import type { Look } from '../core/command.ts';
import type { MarketDatabase } from '../tables.ts';

export interface Evaluator {
  readonly person: string;
  readonly name: string;
}

/** Members of an organisation with the role of evaluator today, by name. */
export async function readEvaluators(db: MarketDatabase, organisation: string, now: Temporal.Instant): Promise<readonly Evaluator[]> {
  const rows = await peopleIn(db).selectFrom('membership').innerJoin('person', 'person.id', 'membership.person')
    .select(['person.id as person', 'person.name', 'membership.roles'])
    .where('membership.organisation', '=', organisation).where('membership.valid_from', '<=', now.toString())
    .where((where) => where.or([where('membership.valid_to', 'is', null), where('membership.valid_to', '>', now.toString())]))
    .orderBy('person.name').orderBy('person.id').execute();
  return rows.flatMap(({ person, name, roles }) => (roles.includes('evaluator') ? [{ person, name }] : []));
}

export const lookEvaluators: Look = async ({ trx, record, now }): Promise<readonly Evaluator[]> => (record === null ? [] : readEvaluators(trx, record.owner, now));
