/** What can be chosen in the forms of a direct award, and what they begin with. */
import type { Option } from '#ui';
import type { FormAbout } from '../core/present.ts';
import type { Framework } from '../framework/framework.schema.ts';
import type { PublicShortlist } from './direct.schema.ts';
import type { Purchase } from './purchase.schema.ts';

/** What can be chosen in the forms of a direct award; null: what the schema or somebody else says. */
export function directOptions(command: string, field: string, { record, parent }: FormAbout): readonly Option[] | null {
  if (parent?.kind !== 'framework') return null;
  const { body } = parent as Framework;
  if (command === 'purchase.start-direct' && field === 'category') return body.lots.map(({ id, lotTitle }) => ({ value: id, label: `${id}: ${lotTitle}` }));
  if (command === 'purchase.write-direct' && field === 'criterion') return body.criteria.map(({ id, criterion, unit }) => ({ value: id, label: unit === undefined ? criterion : `${criterion} (${unit})` }));
  if (command !== 'purchase.award-direct' || field !== 'offer' || record === null) return null;
  const { rows = [], offers = [] } = ((record as Purchase).body.shortlist ?? {}) as Partial<PublicShortlist>;
  return rows.filter(({ rank }) => rank === 1).map(({ offer }) => ({ value: offer, label: offers.find(({ id }) => id === offer)?.name ?? offer }));
}

/** What the form for need and requirements begins with. */
export function directInitial(command: string, { record }: FormAbout): unknown {
  if (record === null) return {};
  const { body } = record as Purchase;
  if (command === 'purchase.award-direct') return { value: body.value };
  if (command !== 'purchase.write-direct') return {};
  const { title, background, wanted, mustNotChange, service, cpv, value, security, personalData, dataProtection, term, direct } = body;
  const needs = (direct?.needs ?? []).map(({ criterion, test, points, why }) => ({ criterion, asked: test.values?.join(', ') ?? (test.value === undefined ? '' : String(test.value)), points, why }));
  return { title, background, wanted, mustNotChange, service, cpv, value, security, personalData, dataProtection, term, needs };
}
