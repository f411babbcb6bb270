/** Strategic procurement of a lot: each aim becomes an entry of `sustainability`. */
import { lookup } from '../codes/lookup.ts';
import { ENVIRONMENT, GPP, INNOVATION, SOCIAL, STRATEGIC } from '../codes/tables.ts';
import { textOf } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { put, type Draft } from './draft.ts';
import { L, PROJECT } from './lot.paths.ts';
import { by, text, type Row } from './row.ts';

/** Where an aim can show itself; of these terms the notice does not say where. */
const EVERYWHERE = ['awardCriteria', 'contractPerformanceConditions', 'selectionCriteria', 'technicalSpecifications'];
const additional = (list: string, lenient = ''): string => `${PROJECT}/cac:ProcurementAdditionalType[cbc:ProcurementTypeCode/@listName='${list}'${lenient}]`;

/** term, code list, goals by code, strategies */
const AIMS = [
  ['BT-774', 'environmental-impact', ENVIRONMENT, []],
  ['BT-775', 'social-objective', SOCIAL, EVERYWHERE],
  ['BT-776', 'innovative-acquisition', INNOVATION, []],
] as const;

export const SUSTAINABILITY_ROWS: readonly Row[] = [
  // An aim and its description stand in one element.
  by([['BT-06', `${additional('strategic-procurement')}/cbc:ProcurementTypeCode`], ['BT-777', `${additional('strategic-procurement')}/cbc:ProcurementType`]], L, (from, into, reading) => {
    for (const type of findAll(from, additional('strategic-procurement', '?'))) {
      const written = textOf(find(type, 'cbc:ProcurementTypeCode'));
      const goal = lookup(STRATEGIC, written);
      const description = text(findAll(type, 'cbc:ProcurementType'), reading);
      if (goal === undefined && description === undefined) continue;
      const aim: Draft = {};
      if (goal !== undefined) {
        Object.assign(aim, { goal, strategies: [...EVERYWHERE] });
        put(into, 'hasSustainability', true);
      }
      put(aim, 'description', description);
      put(into, 'sustainability[]', aim);
    }
  }),
  ...AIMS.map(([term, list, goals, strategies]) => by([[term, `${additional(list)}/cbc:ProcurementTypeCode`]], L, (from, into) => {
    for (const one of findAll(from, `${additional(list)}/cbc:ProcurementTypeCode`)) {
      const goal = (goals)[textOf(one) ?? ''];
      if (goal === undefined) continue;
      put(into, 'hasSustainability', true);
      put(into, 'sustainability[]', { goal, ...(strategies.length === 0 ? {} : { strategies: [...strategies] }) });
    }
  })),
  by([['BT-805', `${additional('gpp-criteria')}/cbc:ProcurementTypeCode`]], L, (from, into) => {
    const strategies = findAll(from, `${additional('gpp-criteria')}/cbc:ProcurementTypeCode`).flatMap((one) => lookup(GPP, textOf(one)) ?? []);
    if (strategies.length === 0) return;
    put(into, 'hasSustainability', true);
    put(into, 'sustainability[]', { strategies });
  }),
  by([['BT-754', `${additional('accessibility')}/cbc:ProcurementTypeCode`], ['BT-755', `${additional('accessibility')}/cbc:ProcurementType`]], L, (from, into, reading) => {
    const written = textOf(find(from, `${additional('accessibility')}/cbc:ProcurementTypeCode`));
    if (written !== null) put(into, 'hasAccessibilityCriteria', written === 'inc');
    if (written === 'n-inc') put(into, 'noAccessibilityCriteriaRationale', 'Procurement is not intended for use by natural persons');
    put(into, 'noAccessibilityCriteriaRationale', text(findAll(from, `${PROJECT}/cac:ProcurementAdditionalType[cbc:ProcurementTypeCode/@listName='accessibility']/cbc:ProcurementType`), reading));
  }),
];
