/** A purchase of a test, up to any state before the opening: a system or agreement with suppliers, a committee with keys, texts that the law lets pass. */
import { sql } from 'kysely';
import { unwrap } from '#base';
import type { MarketRecord } from '#market';
import type { Actor } from '#people';
import { decryptWith, newIdentity, type Identity } from '#seal';
import { testMarket, type TestMarket } from './market.ts';

export interface Committee {
  readonly person: Actor;
  readonly identity: Identity;
}

export interface Buying {
  readonly market: TestMarket;
  readonly town: string;
  readonly buyer: Actor;
  readonly approver: Actor;
  /** Three of the town, with registered keys. */
  readonly committee: readonly Committee[];
  /** What is bought under: a DIS with the categories `A` and `B`, or an agreement with the same as lots. */
  readonly parent: string;
  /** Admitted in category A, or parties of lot A. */
  readonly suppliers: readonly Actor[];
  /** A decided need of the town. */
  readonly need: () => Promise<string>;
  readonly read: (id: string) => Promise<MarketRecord>;
}

export const TEXTS = {
  title: 'System til sagsbehandling', background: 'Det nuværende system udløber i 2028.', wanted: 'Sager oprettes, følges og afsluttes.', service: 'services', cpv: '48000000', value: '2500000.50',
  undivided: 'Delene hænger sammen og kan ikke bruges hver for sig.', personalData: false, term: 'Fire år', deadline: '2026-12-21T12:00',
  requirements: [{ id: '1', kind: 'minimum', text: 'Systemet er på dansk.' }, { id: '2', kind: 'evaluated', text: 'Sager kan deles.' }],
};

export const MODEL = {
  method: 'linear-points', lowest: 0, highest: 10, slope: '100', priceWeight: '50',
  criteria: [{ name: 'Brugbarhed', weight: '60', emphasis: 'Få klik.', parts: [] }, { name: 'Drift', weight: '40', emphasis: 'Få afbrud.', parts: [] }],
};

export const SHEET = { lines: [{ number: '1', name: 'Drift', unit: 'måned', quantity: 48, option: false, evaluated: true }] };

/** A record as another slice would have made it. */
async function put({ db, clock }: TestMarket, kind: string, owner: string, parent: string | null, state: string, audience: string, parties: readonly string[], body: unknown): Promise<string> {
  const id = (await sql<{ id: string }>`select uuidv7()::text as id`.execute(db)).rows[0]?.id ?? '';
  await sql`insert into market_record (id, kind, owner, parent, state, version, audience, parties, body, created_at, changed_at)
    values (${id}, ${kind}, ${owner}, ${parent}, ${state}, 1, ${audience}, ${[...parties]}, ${JSON.stringify(body)}, ${clock.now().toString()}, ${clock.now().toString()})`.execute(db);
  return id;
}

const SECTIONS = ['A', 'B'];

async function putSystem(market: TestMarket, owner: string, town: string): Promise<string> {
  return put(market, 'dis', owner, null, 'open', 'public', [], { title: 'DIS', categories: SECTIONS.map((id) => ({ id, categoryTitle: `Kategori ${id}` })), users: [{ organisation: town }], named: [], allMunicipalities: false });
}

const ADMITTED: ReadonlySet<string> = new Set(['admitted', 'renewal', 'hearing']);

/** An application as it stands in the system. */
export async function putApplication(market: TestMarket, parent: string, owner: string, supplier: string, state: string, categories: readonly string[]): Promise<string> {
  return put(market, 'application', supplier, parent, state, 'parties', [owner], {
    title: 'Ansøgning', categories, renewals: [], ...(ADMITTED.has(state) ? { admission: { categories, from: market.clock.now().toString() } } : {}),
  });
}

async function putAgreement(market: TestMarket, owner: string, town: string, suppliers: readonly string[]): Promise<string> {
  return put(market, 'framework', owner, null, 'active', 'public', suppliers, {
    title: 'Rammeaftale', lots: SECTIONS.map((id) => ({ id, lotTitle: `Delaftale ${id}` })), users: [{ organisation: town }], named: [], allMunicipalities: false,
    maximum: '5000000', from: '2026-01-01', to: '2029-12-31', callOffs: [], parties: suppliers.map((organisation) => ({ organisation, lots: ['A'], leftOn: null })),
  });
}

/** Registers a key for a person of the test. */
export async function withKey({ db, clock }: TestMarket, person: Actor): Promise<Committee> {
  const identity = await newIdentity();
  await sql`insert into person_key (id, person, recipient, registered_at) values (uuidv7(), ${person.user}, ${identity.recipient}, ${clock.now().toString()})`.execute(db);
  return { person, identity };
}

export async function buying(way: 'dis' | 'framework' = 'dis', suppliers = 2): Promise<Buying> {
  const market = await testMarket();
  const centre = await market.organisation('central-purchasing-body', 'Indkøbsfællesskabet');
  const town = await market.organisation('municipality', 'Nordby Kommune');
  const bidders: Actor[] = [];
  for (let at = 0; at < suppliers; at += 1) bidders.push(await market.person(await market.organisation('supplier', `Leverandør ${String.fromCodePoint(65 + at)} ApS`), 'bidder', 'supplier-admin'));
  const keys = bidders.map(({ organisation }) => organisation);
  const parent = way === 'dis' ? await putSystem(market, centre, town) : await putAgreement(market, centre, town, keys);
  if (way === 'dis') for (const supplier of keys) await putApplication(market, parent, centre, supplier, 'admitted', ['A']);
  const [buyer, approver] = [await market.person(town, 'buyer'), await market.person(town, 'approver')];
  const committee: Committee[] = [];
  for (let at = 0; at < 3; at += 1) committee.push(await withKey(market, await market.person(town, 'committee')));
  const need = async (): Promise<string> => {
    const { record } = await market.do(buyer, 'need.start', { title: TEXTS.title, why: TEXTS.background, wanted: TEXTS.wanted, service: 'services', cpv: '48000000', value: '2000000', options: [{ name: 'Et år mere', value: '500000.50' }], personalData: false, isAddOn: false });
    await market.do(buyer, 'need.decide', { way, reason: 'Det dækker behovet.' }, record);
    return record;
  };
  const read = async (id: string): Promise<MarketRecord> => {
    const { rows: [row] } = await sql<MarketRecord>`select r.*, r.created_at as "createdAt", r.changed_at as "changedAt", i.data as internal from market_record r left join market_internal i on i.record = r.id where r.id = ${id}`.execute(market.db);
    if (row === undefined) throw new Error('The test has no such record.');
    return row;
  };
  return { market, town, buyer, approver, committee, parent, suppliers: bidders, need, read };
}

/** A draft with everything but proved keys. */
export async function drafted({ market, buyer, committee, parent, need }: Buying, texts: object = {}): Promise<string> {
  const { record } = await market.do(buyer, 'purchase.start', { need: await need(), category: 'A' }, parent);
  await market.do(buyer, 'purchase.write', { ...TEXTS, ...texts }, record);
  await market.do(buyer, 'purchase.set-model', MODEL, record);
  await market.do(buyer, 'purchase.set-sheet', SHEET, record);
  await market.do(buyer, 'purchase.set-holders', { holders: committee.map(({ person }) => ({ person: person.user })) }, record);
  return record;
}

interface HoldersIn {
  readonly holders: readonly { readonly person: string; readonly challenge: { readonly sealed: string } | null }[];
}

/** Every member of a committee answers what is asked of its key. */
export async function prove({ market, read }: Pick<Buying, 'market' | 'read'>, committee: readonly Committee[], record: string): Promise<void> {
  for (const { person, identity } of committee) {
    const { holders } = (await read(record)).internal as HoldersIn;
    const challenge = holders.find((one) => one.person === person.user)?.challenge;
    if (challenge === null || challenge === undefined) continue;
    const plain = unwrap(await decryptWith(identity.identity, Buffer.from(challenge.sealed, 'base64')));
    await market.do(person, 'purchase.prove-key', { answer: Buffer.from(plain).toString('base64') }, record);
  }
}

/** A reason for everything that could be warned of. */
export const REASONS = ['few-working-days', 'vacation-weeks', 'public-holiday', 'closed-day', 'nearest-better-date', 'one-invited', 'undecided-applications'].map((code) => ({ code, reason: 'Det er afvejet.' }));

export async function announced(own: Buying, texts: object = {}): Promise<string> {
  const record = await drafted(own, texts);
  await prove(own, own.committee, record);
  await own.market.two(own.buyer, own.approver, 'purchase.announce', { reasons: REASONS }, record);
  return record;
}
