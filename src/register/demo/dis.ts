import type { JsonObject } from '#base';
import { enterBuyer, type Told } from './course.ts';
import { moment, officeDay } from './dates.ts';
import { startProcess, supplierParty } from './process.ts';
import type { Purchase } from './purchase.ts';
import { tenderSection, type Lot } from './tender.ts';
import type { DemoSupplier } from './suppliers.ts';

/** A category of the system and its share of the estimated value in percent. */
export interface Category {
  readonly title: string;
  readonly share: number;
}

export interface Admission {
  readonly on: Temporal.PlainDate;
  /** All that are admitted on that day. */
  readonly admitted: readonly DemoSupplier[];
}

/** Tells a dynamic purchasing system: the notice, and once a year who is in it. New suppliers can enter as long as it lives. */
export function dynamicSystem(purchase: Purchase, categories: readonly Category[], admissions: readonly Admission[]): Told {
  const process = startProcess(purchase.key);
  const buyer = enterBuyer(process, purchase.buyer);
  const published = officeDay(purchase.published);
  const end = published.add({ years: purchase.years });
  const lots: readonly Lot[] = categories.map(({ title, share }, i) => ({
    id: `LOT-${String(i + 1).padStart(4, '0')}`, title, value: (purchase.value / 100) * share,
  }));
  const at = process.at(published);
  const section: JsonObject = {
    ...tenderSection(purchase, buyer, {
      status: 'active',
      lots,
      start: at,
      deadline: moment(officeDay(end), 12),
      contract: { start: moment(published.add({ days: 45 }), 12), end: moment(end, 12), latest: null },
      criteria: 1,
      techniques: { hasDynamicPurchasingSystem: true, dynamicPurchasingSystem: { type: 'open', status: 'active' } },
    }),
    procurementMethodDetails: 'Begrænset udbud (oprettelse af dynamisk indkøbssystem)',
  };
  process.publish(at, ['tender'], { buyer, tender: section });
  for (const { on, admitted } of admissions) {
    const tenderers = admitted.map((one) => process.refer(supplierParty(one), 'tenderer'));
    process.publish(process.at(officeDay(on)), ['tenderUpdate'], { buyer, tender: { ...section, numberOfTenderers: tenderers.length, tenderers } });
  }
  return { ocid: process.ocid, title: purchase.title, releases: process.releases, contracts: [] };
}
