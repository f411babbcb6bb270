/** What can be chosen in the forms of an agreement. */
import type { Option } from '#ui';
import type { FormAbout } from '../core/present.ts';
import type { Framework, FrameworkBody } from './framework.schema.ts';
import type { FrameworkExtra } from './framework.view.ts';

export function lotOptions({ lots }: FrameworkBody): readonly Option[] {
  return lots.map(({ id, lotTitle }) => ({ value: id, label: `${id}: ${lotTitle}` }));
}

export function frameworkOptions(command: string, field: string, { record, extra }: FormAbout): readonly Option[] | null {
  if (record === null || extra === null) return null;
  const { owner, body } = record as Framework;
  const { names, suppliers, buyers } = extra as FrameworkExtra;
  const named = (id: string): Option => ({ value: id, label: names.get(id)?.name ?? id });
  switch (field) {
    case 'lot': return lotOptions(body);
    case 'criterion': return command === 'framework.write-offer' ? body.criteria.map(({ id, criterion }) => ({ value: id, label: criterion })) : null;
    case 'supplier': return command === 'framework.set-parties' ? suppliers.map(({ id, name }) => ({ value: id, label: name })) : body.parties.map(({ organisation }) => named(organisation));
    case 'user': return buyers.map(({ id, name }) => ({ value: id, label: name }));
    case 'offer': return body.offers.map(({ id, supplier, lot, name }) => ({ value: id, label: `${name} (${names.get(supplier)?.name ?? ''}, ${lot})` }));
    case 'buyer': return [
      ...(body.allMunicipalities ? buyers.map(({ id, name }) => ({ value: id, label: name })) : [owner, ...body.users.map(({ organisation }) => organisation)].map(named)),
      ...body.named.map(({ name, cvr }) => ({ value: cvr, label: `${name} (CVR ${cvr})` })),
    ];
    default: return null;
  }
}
