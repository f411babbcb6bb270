/** What can be said of a call-off before it is known from whom: all but the supplier. */
import { copenhagenDate, unwrap } from '#base';
import type { OrganisationFacts } from '../core/command.ts';
import type { MarketRecord } from '../core/record.ts';
import type { MarketFinding } from '../findings.ts';
import { judgeCallOff, termsOf, type Wanted } from './call-off.ts';
import type { Framework } from './framework.schema.ts';

/** @param purchases records under the agreement that count */
export function judgeUnchosen(framework: Framework, purchases: readonly MarketRecord[], buyer: OrganisationFacts, { lot, value, now }: Omit<Wanted, 'supplier'>): readonly MarketFinding[] {
  // Any party of the lot stands for all: only term, lot, buyer and sums decide.
  const [supplier = ''] = termsOf(framework, buyer, copenhagenDate(now).toString()).lots.find(({ id }) => id === lot)?.parties ?? [];
  return unwrap(judgeCallOff(framework, purchases, buyer, { lot, supplier, value, now })).findings;
}
