/** A municipality with a dynamic purchasing system, and suppliers that want to be in it. */
import type { Actor } from '#people';
import { testMarket, type TestMarket } from './market.ts';

export const DIS_WRITTEN = {
  title: 'Systemer til borgerbetjening', description: 'Selvbetjening og sagsbehandling, som det findes på markedet.', service: 'services', cpv: '48000000',
  quantity: 'Omkring ti køb i hele perioden.', value: '20000000',
  categories: [
    { id: 'A', scope: 'package', categoryTitle: 'Samlet løsning', categoryDescription: 'Selvbetjening med sagsbehandling.', suitability: 'To referencer.' },
    { id: 'B', scope: 'component', categoryTitle: 'Selvbetjening alene', categoryDescription: 'Kun borgerens del.', suitability: 'Én reference.' },
  ],
  awardCriteria: 'Bedste forhold mellem pris og kvalitet.', firstDeadline: '2027-01-15T12:00', endsOn: '2030-12-31', voluntary: ['bankruptcy'], selection: [{ code: 'service-perform', requirement: 'Mindst to leverancer de seneste tre år.', minimum: '2' }], users: [], named: [], allMunicipalities: false,
};

/** Christmas lies in the first period. */
export const REASONS = [{ code: 'vacation-weeks', reason: 'Fristen er lang nok.' }];

export interface DisTown {
  readonly market: TestMarket;
  readonly town: string;
  readonly buyer: Actor;
  readonly approver: Actor;
  readonly supplier: Actor;
}

export async function disTown(at = '2026-12-01T09:00:00Z'): Promise<DisTown> {
  const market = await testMarket(at);
  const town = await market.organisation('municipality', 'Nordby Kommune');
  const company = await market.organisation('supplier', 'Softhuset ApS');
  return { market, town, buyer: await market.person(town, 'buyer'), approver: await market.person(town, 'approver'), supplier: await market.person(company, 'bidder') };
}

/** Published now. @returns its key */
export async function aDis({ market, buyer, approver }: DisTown, changed: Partial<typeof DIS_WRITTEN> & { readonly prolongedTo?: string } = {}): Promise<string> {
  const { record } = await market.do(buyer, 'dis.start', { title: 'T', description: 'D', service: 'services', cpv: '48000000' });
  await market.do(buyer, 'dis.write', { ...DIS_WRITTEN, ...changed }, record);
  await market.two(buyer, approver, 'dis.publish', { reasons: REASONS }, record);
  return record;
}

/** What a supplier answers when nothing stands against it. */
export const DECLARED = {
  contact: 'Ida Eksempel', email: 'ida@softhuset.example', cvr: '12345674', exclusion: [], noOthers: true,
  selection: [{ criterion: 'service-perform', meets: true, value: '3' }],
  suitability: [{ category: 'A', meets: true, how: 'To referencer.' }, { category: 'B', meets: true, how: 'Tre referencer.' }], reliedOn: [], signed: true,
};

/** An application for both categories, sent. @returns its key */
export async function sent({ market, supplier }: DisTown, system: string, actor: Actor = supplier): Promise<string> {
  const { record } = await market.do(actor, 'application.start', { categories: ['A', 'B'] }, system);
  await market.do(actor, 'application.write', DECLARED, record);
  await market.do(actor, 'application.submit', {}, record);
  return record;
}
