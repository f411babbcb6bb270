/** Clean Vehicles Directive: the vehicles of a result are items of its award. */
import { textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { numbered, put, type Draft } from './draft.ts';
import { classification } from './classification.ts';

const INFORMATION = 'efac:StrategicProcurement/efac:StrategicProcurementInformation';

/** @param award gets `items` */
export function readVehicles(result: Element, award: Draft): void {
  for (const information of findAll(result, INFORMATION)) {
    const kind = classification('cvd-contract-type', 'eu-cvd-contract-type', cvd(find(information, 'efbc:ProcurementCategoryCode')));
    const details = findAll(information, 'efac:ProcurementDetails');
    if (kind !== undefined && details.length === 0) put(numbered(award, 'items', {}), 'additionalClassifications[]', kind);
    for (const detail of details) readDetail(detail, kind, award);
  }
}

function cvd(code: Element | undefined): string | null {
  return code?.attributes['listName'] === 'cvd-contract-type' ? textOf(code) : null;
}

function readDetail(detail: Element, kind: Draft | undefined, award: Draft): void {
  const asset = find(detail, 'efbc:AssetCategoryCode');
  const category = asset?.attributes['listName'] === 'vehicle-category' ? classification('vehicle-category', 'eu-vehicle-category', textOf(asset)) : undefined;
  const figures = findAll(detail, 'efac:StrategicProcurementStatistics').map((one) => ({ code: textOf(find(one, 'efbc:StatisticsCode')), count: Number(textOf(find(one, 'efbc:StatisticsNumeric')) ?? Number.NaN) }));
  const vehicles = figures.filter(({ code, count }) => count !== 0 && (code === null || code.startsWith('vehicles')));
  // An item of energy efficiency stands in the same element and is no vehicle.
  if (category === undefined && kind === undefined && vehicles.length === 0) return;
  if (asset !== undefined && category === undefined) return;
  const counted = figures.filter(({ code }) => code === 'vehicles-zero-emission' || code === 'vehicles-clean').reduce((sum, { count }) => sum + (count || 0), 0);
  for (const { code, count } of vehicles.length === 0 ? [{ code: null, count: Number.NaN }] : vehicles) {
    const item = numbered(award, 'items', {});
    put(item, 'classification', classification('vehicles', 'eu-vehicles', code));
    put(item, 'additionalClassifications[]', category);
    put(item, 'additionalClassifications[]', kind);
    if (Number.isFinite(count)) put(item, 'quantity', code === 'vehicles' ? count - counted : count);
  }
}
