import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import draft04 from 'ajv-draft-04';
import { copenhagenDate, isWorkingDay, type JsonObject } from '#base';
import { CPV } from './cpv.ts';
import { SUBJECTS } from './fields.ts';
import { DEMO_MUNICIPALITIES, DEMO_REGIONS, demoReleases } from './index.ts';
import { SUPPLIERS, suppliersIn } from './suppliers.ts';

const SHARED = process.env['TORVET_SHARED'] ?? '../shared';
const missing = (path: string): string | false => (existsSync(join(SHARED, path)) ? false : `${join(SHARED, path)} is absent: set TORVET_SHARED`);

interface Value { amount: number; currency: string }
interface Named { id: string; name: string }
interface Period { startDate: string; endDate: string; maxExtentDate?: string }
interface Lot { id: string; value: Value }
interface Bid { id: string; date: string; status: string; tenderers: Named[]; value: Value; relatedLots: string[] }
interface Release {
  ocid: string;
  id: string;
  date: string;
  tag: string[];
  buyer: Named;
  parties: (Named & { roles: string[]; identifier: { scheme: string; id: string }; contactPoint: { email: string } })[];
  relatedProcesses?: { identifier: string; relationship: string[] }[];
  tender?: { status: string; procurementMethod: string; procurementMethodDetails: string; procurementMethodRationale?: string; value: Value; lots: Lot[]; items: { relatedLot: string; classification: { id: string; description: string } }[];
    tenderPeriod?: Period; numberOfTenderers?: number; tenderers?: Named[]; techniques?: { frameworkAgreement?: { value: Value } } };
  bids?: { statistics: { measure: string; value: number; relatedLot: string }[]; details: Bid[] };
  awards?: { id: string; status: string; date: string; value?: Value; suppliers: Named[]; relatedLots: string[]; relatedBids?: string[]; contractPeriod: Period }[];
  contracts?: { id: string; awardID: string; value: Value; dateSigned: string; period: Period; amendments?: { id: string; date: string }[] }[];
}

const all = [...demoReleases()] as unknown as readonly Release[];
const processes = Map.groupBy(all, (release) => release.ocid);
const told = (start: string): readonly (readonly Release[])[] => [...processes].filter(([ocid]) => ocid.startsWith(`ocds-torvet-demo-${start}`)).map(([, releases]) => releases);
/** The last word on a section of a process. */
const lastOf = <K extends keyof Release>(releases: readonly Release[], key: K): NonNullable<Release[K]> | undefined => releases.findLast((release) => release[key] !== undefined)?.[key] ?? undefined;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

void test('there is enough to look at, from 2019 to 2026', () => {
  assert.ok(processes.size >= 400 && processes.size <= 460, String(processes.size));
  assert.ok(all.length >= 900, String(all.length));
  assert.equal(all.filter((release) => release.date < '2019' || release.date > '2026-11-14').length, 0);
  for (let year = 2019; year <= 2026; year++) assert.ok(all.filter((release) => release.date.startsWith(String(year))).length > 60, String(year));
  for (const tag of ['planning', 'tender', 'tenderAmendment', 'tenderUpdate', 'tenderCancellation', 'award', 'contract', 'contractAmendment']) assert.ok(all.some((release) => release.tag.includes(tag)), tag);
});

void test('it is the same each time, and nothing in it looks at the clock or at chance', () => {
  assert.equal(JSON.stringify([...demoReleases()]), JSON.stringify(all));
  const sources = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  assert.ok(sources.length > 10);
  for (const file of sources) assert.doesNotMatch(readFileSync(join(import.meta.dirname, file), 'utf8'), /Math\.random|Temporal\.Now|\bDate\b|getRandomValues|process\.env|localeCompare|toLocale/, file);
});

const OCDS = 'conformance/ocds-1.1.5/schema/release-schema.json';
const EFORMS = 'conformance/ocds-for-eforms/schema/patched/release-schema.json';
for (const path of [OCDS, EFORMS]) {
  void test(`every release is valid: ${path}`, { skip: missing(path) }, () => {
    const schema = JSON.parse(readFileSync(join(SHARED, path), 'utf8')) as JsonObject;
    const validate = new draft04.default({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    for (const release of all) assert.ok(validate(release), `${release.id}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
    assert.equal(validate({ ...all[0], tag: 'tender' }), false);
  });
}

void test('release ids are unique, and the releases of a process are dated one after the other', () => {
  assert.equal(new Set(all.map((release) => release.id)).size, all.length);
  for (const [ocid, releases] of processes) {
    const dates = releases.map((release) => release.date);
    assert.deepEqual(dates, [...new Set(dates)].sort(), ocid);
    assert.deepEqual(releases.map((release) => release.id), releases.map((release) => release.id).toSorted(), ocid);
  }
  assert.ok(all.every((release, i) => i === 0 || (all[i - 1]?.date ?? '') <= release.date));
});

void test('references resolve: parties, lots, bids, awards, other processes', () => {
  for (const [ocid, releases] of processes) {
    const lots = new Set(releases.flatMap((release) => release.tender?.lots.map((lot) => lot.id) ?? []));
    const awards = new Map(releases.flatMap((release) => release.awards ?? []).map((award) => [award.id, award]));
    const bids = new Set(releases.flatMap((release) => release.bids?.details ?? []).map((bid) => bid.id));
    for (const release of releases) {
      const roles = new Map(release.parties.map((party) => [party.id, party.roles]));
      const has = (one: Named, role: string): void => assert.ok(roles.get(one.id)?.includes(role), `${ocid}: ${one.name} is no ${role}`);
      has(release.buyer, 'buyer');
      for (const one of release.tender?.tenderers ?? []) has(one, 'tenderer');
      for (const bid of release.bids?.details ?? []) {
        for (const one of bid.tenderers) has(one, 'tenderer');
        assert.ok(bid.relatedLots.every((lot) => lots.has(lot)), ocid);
      }
      for (const award of release.awards ?? []) {
        for (const one of award.suppliers) has(one, 'supplier');
        assert.ok(award.relatedLots.every((lot) => lots.has(lot)) && (award.relatedBids ?? []).every((bid) => bids.has(bid)), ocid);
      }
      for (const item of release.tender?.items ?? []) assert.ok(lots.has(item.relatedLot), ocid);
      for (const contract of release.contracts ?? []) assert.equal(awards.get(contract.awardID)?.status, 'active', `${ocid}: a contract without its award`);
      for (const related of release.relatedProcesses ?? []) assert.ok(processes.has(related.identifier), `${ocid}: ${related.identifier}`);
    }
  }
});

void test('who wins has bid, and the award is its bid', () => {
  let looked = 0;
  for (const [ocid, releases] of processes) {
    const bids = lastOf(releases, 'bids');
    const tender = lastOf(releases, 'tender');
    if (!bids) continue;
    const bidders = new Set(bids.details.flatMap((bid) => bid.tenderers.map((one) => one.id)));
    assert.equal(tender?.numberOfTenderers, bidders.size, ocid);
    assert.deepEqual(new Set(tender?.tenderers?.map((one) => one.id)), bidders, ocid);
    for (const lot of tender?.lots ?? []) {
      const count: number | undefined = bids.statistics.find((one) => one.measure === 'bids' && one.relatedLot === lot.id)?.value;
      assert.equal(count, bids.details.filter((bid) => bid.relatedLots.includes(lot.id)).length, ocid);
    }
    for (const award of lastOf(releases, 'awards') ?? []) {
      const bid: Bid | undefined = bids.details.find((one) => one.id === award.relatedBids?.[0]);
      assert.equal(bid?.status, 'valid', ocid);
      assert.deepEqual(award.suppliers.map((one) => one.id), bid?.tenderers.map((one) => one.id), ocid);
      if (award.value) assert.equal(award.value.amount, bid?.value.amount, ocid);
      looked += 1;
    }
  }
  assert.ok(looked > 250);
});

void test('amounts are whole kroner in DKK, and the lots add up', () => {
  for (const release of all) {
    const values = [release.tender?.value, ...(release.tender?.lots ?? []).map((lot) => lot.value), ...(release.awards ?? []).map((award) => award.value), ...(release.contracts ?? []).map((contract) => contract.value),
      ...(release.bids?.details ?? []).map((bid) => bid.value)].filter((value) => value !== undefined);
    for (const value of values) assert.ok(value.currency === 'DKK' && Number.isInteger(value.amount) && value.amount > 50_000, `${release.id}: ${JSON.stringify(value)}`);
    if (release.tender) assert.equal(sum(release.tender.lots.map((lot) => lot.value.amount)), release.tender.value.amount, release.id);
  }
});

void test('a contract begins as its award, and changes only by published changes', () => {
  for (const [ocid, releases] of processes) {
    const awards = lastOf(releases, 'awards') ?? [];
    const first = new Map<string, number>();
    for (const release of releases) {
      for (const contract of release.contracts ?? []) {
        const before = first.get(contract.id);
        if (before === undefined) assert.equal(contract.value.amount, awards.find((award) => award.id === contract.awardID)?.value?.amount, ocid);
        else assert.ok(release.tag.includes('contractAmendment') && contract.amendments?.at(-1)?.date === release.date, ocid);
        first.set(contract.id, contract.value.amount);
      }
    }
  }
});

void test('dates follow each other: notice, time limit, bids, decision, signing, start, end', () => {
  for (const [ocid, releases] of processes) {
    const notice = releases.find((release) => release.tag.includes('tender'));
    const period = lastOf(releases, 'tender')?.tenderPeriod;
    if (notice) assert.equal(notice.tender?.tenderPeriod?.startDate, notice.date, ocid);
    for (const bid of lastOf(releases, 'bids')?.details ?? []) assert.ok(period && bid.date > period.startDate && bid.date < period.endDate, ocid);
    const contracts = lastOf(releases, 'contracts') ?? [];
    for (const award of lastOf(releases, 'awards') ?? []) {
      if (period) assert.ok(award.date > period.endDate, ocid);
      const contract = contracts.find((one) => one.awardID === award.id);
      if (!contract) continue;
      assert.ok(contract.dateSigned > award.date && contract.dateSigned < contract.period.startDate && contract.period.startDate < contract.period.endDate, ocid);
      assert.ok((contract.period.maxExtentDate ?? contract.period.endDate) >= contract.period.endDate, ocid);
      assert.ok(releases.find((release) => release.contracts)?.date ?? '' > contract.dateSigned, ocid);
      for (const change of contract.amendments ?? []) assert.ok(change.date > contract.dateSigned && change.date < contract.period.endDate, ocid);
    }
  }
});

const CHRISTMAS = new Set(['jul-2024-01', 'jul-2022-01']);
void test('notices go out on working days, but for the planted Sunday', () => {
  const odd = all.filter((release) => !isWorkingDay(copenhagenDate(Temporal.Instant.from(release.date)))).map((release) => release.id);
  assert.deepEqual(odd, ['jul-2024-01']);
});

void test('time limits are generous, but for the planted ones', () => {
  for (const release of all.filter((one) => one.tag.includes('tender') && !CHRISTMAS.has(one.id))) {
    const { startDate = '', endDate = '' } = release.tender?.tenderPeriod ?? {};
    const days = Temporal.Instant.from(startDate).until(Temporal.Instant.from(endDate)).total('hours') / 24;
    assert.ok(days >= (release.tender?.procurementMethodDetails.includes('udbud') === true && !/Miniudbud/.test(release.tender.procurementMethodDetails) ? 30 : 15), `${release.id}: ${days}`);
  }
});

void test('organisations are fictional on a closer look, and nobody is named', () => {
  for (const party of all.flatMap((release) => release.parties)) {
    assert.match(party.id, /^DEMO-ORG-(9\d{3}|L\d{4})$/);
    assert.equal(party.identifier.scheme, 'DEMO-ORG');
    assert.match(party.contactPoint.email, /^udbud@[a-z0-9-]+\.example$/);
  }
  assert.doesNotMatch(JSON.stringify(all), /DK-CVR|undefined|\{\w+\}|https?:\/\/(?![a-z0-9.-]+\.example\/)/);
});

void test('no fictional municipality has a real one’s name', { skip: missing('data/dk-municipalities/municipalities.csv') }, () => {
  const rows = readFileSync(join(SHARED, 'data/dk-municipalities/municipalities.csv'), 'utf8').trim().split(/\r?\n/).slice(1);
  const real = new Set(rows.map((row) => (row.split(',')[1] ?? '').toLowerCase()));
  assert.equal(real.size, 98);
  assert.deepEqual(DEMO_MUNICIPALITIES.filter((one) => real.has(one.name.toLowerCase())), []);
});

void test('the tile map: 40 municipalities in five regions, each on its own tile', () => {
  assert.equal(DEMO_MUNICIPALITIES.length, 40);
  for (const key of ['code', 'name', 'short'] as const) assert.equal(new Set(DEMO_MUNICIPALITIES.map((one) => one[key])).size, 40, key);
  assert.equal(new Set(DEMO_MUNICIPALITIES.map((one) => `${one.column}/${one.row}`)).size, 40);
  for (const region of DEMO_REGIONS) assert.ok(DEMO_MUNICIPALITIES.some((one) => one.region === region.name), region.name);
  const buyers = new Set(all.flatMap((release) => release.parties.filter((party) => party.roles.includes('buyer')).map((party) => party.identifier.id)));
  assert.ok(DEMO_MUNICIPALITIES.every((one) => buyers.has(one.code)), 'every municipality has bought something');
});

void test('the CPV codes have their Danish names', { skip: missing('data/cpv-nuts/cpv-2008-da-en.tsv') }, () => {
  const names = new Map(readFileSync(join(SHARED, 'data/cpv-nuts/cpv-2008-da-en.tsv'), 'utf8').split(/\r?\n/).map((line) => [line.split('\t')[0], line.split('\t')[1]] as const));
  assert.deepEqual(Object.entries(CPV).filter(([code, name]) => names.get(code) !== name), []);
});

void test('suppliers: about 90 of every size, unique, and every field has a choice', () => {
  assert.ok(SUPPLIERS.length >= 85 && SUPPLIERS.length <= 100);
  for (const key of ['number', 'name'] as const) assert.equal(new Set(SUPPLIERS.map((one) => one[key])).size, SUPPLIERS.length, key);
  for (const subject of SUBJECTS) {
    assert.ok(suppliersIn(subject.field).length >= 4, subject.field);
    if (subject.lots) assert.equal(sum(subject.lots.map(([, share]) => share)), 100, subject.id);
  }
  const winners = new Set(all.flatMap((release) => release.awards ?? []).flatMap((award) => award.suppliers.map((one) => one.name)));
  assert.ok(winners.size > 70, String(winners.size));
});

void test('story: one job centre system as an add-on in 16 municipalities, 9 asked the market and paid less', () => {
  const people = new Map(DEMO_MUNICIPALITIES.map((one) => [`DEMO-ORG-${one.code}`, one.inhabitants]));
  const price = (releases: readonly Release[]): number => (releases.find((one) => one.contracts)?.contracts?.[0]?.value.amount ?? 0) / (260_000 + 19 * (people.get(releases[0]?.buyer.id ?? '') ?? 0));
  const added = told('jobvej-');
  const competed = told('jobcenter-');
  assert.equal(added.length, 16);
  assert.equal(competed.length, 9);
  for (const releases of added) {
    assert.equal(releases[0]?.tender?.procurementMethod, 'limited');
    assert.ok((releases[0]?.tender?.procurementMethodRationale ?? '').length > 60);
    assert.deepEqual(releases.flatMap((one) => one.awards ?? []).flatMap((one) => one.suppliers.map(({ name }) => name)).filter((name) => name !== 'Kolossia Data A/S'), []);
  }
  assert.ok(competed.every((releases) => (lastOf(releases, 'tender')?.numberOfTenderers ?? 0) >= 3));
  assert.ok(Math.min(...added.map(price)) > Math.max(...competed.map(price)));
});

void test('stories: renewals under the limit, a chain of changes, one bidder, odd bids', () => {
  const renewals = told('fornyelse-9108');
  assert.equal(renewals.length, 4);
  assert.ok(renewals.every(([release]) => (release?.tender?.value.amount ?? 0) < 500_000));
  assert.ok(sum(renewals.map(([release]) => release?.tender?.value.amount ?? 0)) > 1_500_000);
  const [chain = []] = told('aendringer-');
  const values = chain.flatMap((release) => release.contracts ?? []).map((contract) => contract.value.amount);
  assert.equal(values.length, 7);
  assert.ok((values.at(-1) ?? 0) > 1.5 * (values[0] ?? Infinity));
  assert.equal(told('loen-').length, 12);
  assert.ok(told('loen-').every((releases) => (lastOf(releases, 'tender')?.numberOfTenderers ?? 1) === 1));
  const amounts = told('bud-ens').flatMap((releases) => lastOf(releases, 'bids')?.details.map((bid) => bid.value.amount) ?? []);
  assert.equal(amounts.length - new Set(amounts).size, 1);
  const statuses = told('bud-afvist').flatMap((releases) => lastOf(releases, 'bids')?.details.map((bid) => bid.status) ?? []);
  assert.equal(statuses.filter((status) => status === 'valid').length, 1);
  assert.ok(statuses.length > 2);
});

void test('story: a healthy dynamic purchasing system', () => {
  const [system = []] = told('dis-fagloesninger');
  const admitted = system.flatMap((release) => (release.tender?.numberOfTenderers === undefined ? [] : [release.tender.numberOfTenderers]));
  assert.ok(admitted.length >= 5 && admitted.every((count, i) => i === 0 || count > (admitted[i - 1] ?? 0)), admitted.join());
  const purchases = told('dis-20');
  assert.ok(purchases.length >= 30, String(purchases.length));
  const large = new Set(SUPPLIERS.filter((one) => one.size === 'large').map((one) => one.name));
  for (const releases of purchases) {
    assert.equal(releases[0]?.relatedProcesses?.[0]?.identifier, system[0]?.ocid);
    assert.ok((lastOf(releases, 'tender')?.numberOfTenderers ?? 3) >= 3);
    assert.ok((lastOf(releases, 'awards') ?? []).every((award) => award.suppliers.every((one) => !large.has(one.name))));
  }
});

void test('frameworks: call-offs are within the term and the maximum, and one comes close to it', () => {
  const used = ['ramme-raadgivning', 'ramme-drift'].map((key) => {
    const [agreement, ...callOffs] = told(key);
    const maximum = agreement?.[0]?.tender?.techniques?.frameworkAgreement?.value.amount ?? 0;
    const places = new Set(agreement?.flatMap((release) => release.awards ?? []).flatMap((award) => award.suppliers.map((one) => one.id)));
    assert.ok(callOffs.length >= 8);
    for (const releases of callOffs) assert.ok((lastOf(releases, 'tender')?.tenderers ?? []).every((one) => places.has(one.id)));
    return sum(callOffs.map((releases) => lastOf(releases, 'contracts')?.[0]?.value.amount ?? 0)) / maximum;
  });
  assert.ok(used.every((share) => share < 1), used.join());
  assert.ok((used[1] ?? 0) > 0.9, used.join());
});

void test('outside the stories competition is the rule', () => {
  const ordinary = told('20').filter((releases) => lastOf(releases, 'bids'));
  const single = ordinary.filter((releases) => lastOf(releases, 'tender')?.numberOfTenderers === 1);
  assert.ok(ordinary.length > 200, String(ordinary.length));
  assert.ok(single.length / ordinary.length < 0.06, `${single.length} of ${ordinary.length}`);
});
