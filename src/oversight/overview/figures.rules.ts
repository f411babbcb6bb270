/** What must hold of a figure, so that it says no more than its source. Pure. */
import { compareAmounts } from '#base';
import type { Overview, StatementOf } from './overview.schema.ts';
import type { Fault } from './read.ts';

export function figureFaults({ statements }: Pick<Overview, 'statements'>): readonly Fault[] {
  return statements.flatMap((statement, at): readonly Fault[] => (statement.kind === 'figure' ? faultsOfOne(statement).map(([field, message, help]) => ({ at: ['statements', at, field], message, help })) : []));
}

function faultsOfOne({ unit, value, low, high, currency }: StatementOf<'figure'>): readonly (readonly [field: string, message: string, help: string])[] {
  const isRange = low !== undefined || high !== undefined;
  if (value === undefined && !isRange) return [['unit', 'a figure without a value', 'Write value: "8", or low and high for a range; high alone is "up to".']];
  if (value !== undefined && isRange) return [['value', 'a figure is one value or a range, not both', 'Take out value, or low and high.']];
  if (low !== undefined && high !== undefined && isAbove(low, high)) return [['low', `the range begins at ${low}, above its end at ${high}`, 'Turn them round.']];
  if (unit === 'amount' && currency === undefined) return [['unit', 'an amount without a currency', 'Write currency: DKK. Amounts of different currencies are never compared.']];
  if (unit !== 'amount' && currency !== undefined) return [['currency', `a currency at a figure that counts ${unit}`, 'Take it out, or write unit: amount.']];
  return [];
}

function isAbove(one: string, other: string): boolean {
  const order = compareAmounts({ amount: one, currency: '-' }, { amount: other, currency: '-' });
  return order.ok && order.value > 0;
}
