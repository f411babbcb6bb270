import assert from 'node:assert/strict';
import { glob, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { fixedClock } from '#base';
import { buildAnalysis, EMPTY_PROCESS_QUERY, importFiles, searchProcesses } from '#register';
import { NORWEGIAN } from '../../../test/support/real-notices.ts';
import { testRegister, testServer } from '../../../test/support/database.ts';
import { sharedFolder, without } from '../../../test/support/shared.ts';
import { readCompetition } from './competition.store.ts';
import type { CompetitionView, ConcentrationView } from './competition.view.ts';
import { openFacts, type Facts } from './facts.ts';
import { prepareCompetition } from './prepared.store.ts';
import { named } from './named.ts';
import { readRows, rowGroups, type RowsQuery } from './rows.store.ts';
import { FIGURE_NAMES, type CompetitionRow, type Figure } from './rows.view.ts';
import { ALL, readScope, scopeWord, type Scope } from './scope.ts';
import { readShares, shareGroups, type SharesQuery } from './shares.store.ts';
import type { Share } from './shares.view.ts';
import { readSingleMarket } from './single-market.store.ts';

const clock = fixedClock('2026-11-22T12:00:00Z');
const folder = await mkdtemp(path.join(tmpdir(), 'torvet-competition-'));
const opened: Facts[] = [];
after(async () => {
  for (const facts of opened) await facts.close();
  await rm(folder, { recursive: true, force: true });
});
// Opened here, so that it closes when all tests are done and not with the first of them.
await testServer();

interface Lot {
  readonly cpv?: string;
  readonly bids?: number;
  readonly winners?: readonly string[];
  readonly value?: readonly [amount: number, currency: string];
}

interface Tender {
  readonly ocid: string;
  readonly buyer: string;
  readonly day: string;
  readonly cpv?: string;
  readonly method?: string;
  readonly deadline?: string;
  readonly lots: readonly Lot[];
  readonly techniques?: object;
  readonly under?: string;
}

function id(name: string): string {
  return `p-${name}`;
}

/** A tender as a release: each lot with its count of bids and, where somebody won, its award on the day. */
function release({ ocid, buyer, day, cpv = '72000000', method = 'open', deadline, lots, techniques, under }: Tender): object {
  const names = [...new Set([buyer, ...lots.flatMap(({ winners = [] }) => winners)])];
  return {
    ocid, id: '1', date: `${day}T12:00:00Z`, tag: ['award'], initiationType: 'tender', buyer: { id: id(buyer), name: buyer },
    parties: names.map((name) => ({ id: id(name), name: `${name} A/S`, address: { countryName: 'DK', country: 'DK' }, roles: name === buyer ? ['buyer'] : ['supplier', 'tenderer'] })),
    tender: {
      id: 't', title: `Udbud ${ocid}`, procurementMethod: method, ...(techniques === undefined ? {} : { techniques }),
      ...(deadline === undefined ? {} : { tenderPeriod: { endDate: `${deadline}T12:00:00Z` } }),
      lots: lots.map((_lot, at) => ({ id: `L${at}`, title: `Delaftale ${at}` })),
      items: lots.map((lot, at) => ({ id: `i${at}`, relatedLot: `L${at}`, classification: { scheme: 'CPV', id: lot.cpv ?? cpv } })),
    },
    bids: { statistics: lots.flatMap(({ bids }, at) => (bids === undefined ? [] : [{ id: `s${at}`, measure: 'bids', value: bids, relatedLot: `L${at}`, relatedLots: [`L${at}`] }])) },
    awards: lots.flatMap(({ winners = [], value }, at) => (winners.length === 0 ? [] : [{
      id: `a${at}`, status: 'active', date: `${day}T12:00:00Z`, relatedLots: [`L${at}`], suppliers: winners.map((name) => ({ id: id(name), name: `${name} A/S` })),
      ...(value === undefined ? {} : { value: { amount: value[0], currency: value[1] } }),
    }])),
    ...(under === undefined ? {} : { relatedProcesses: [{ id: 'r', relationship: ['framework'], scheme: 'ocid', identifier: under }] }),
  };
}

async function factsOf(releases: readonly object[], openSources?: readonly string[]): Promise<Facts> {
  const db = await testRegister();
  const place = { folder: await mkdtemp(path.join(folder, 'files-')), world: 'register' } as const;
  const { rejected, unreadable } = await importFiles(db, ['-'], { input: Readable.from([releases.map((one) => `${JSON.stringify(one)}\n`).join('')]), inputName: 'releases.jsonl' });
  assert.equal(rejected + unreadable, 0);
  await buildAnalysis(db, { place, clock });
  const facts = await openFacts(db, place, openSources);
  assert.ok(facts);
  opened.push(facts);
  return facts;
}

async function picture(facts: Facts, scope: Scope): Promise<CompetitionView> {
  const found = await named(facts, scope);
  return readCompetition(facts, found, found.name);
}

const query = (scope: Scope, figure: Figure, more: Partial<RowsQuery> = {}): RowsQuery => ({ scope, figure, year: null, division: null, supplier: null, buyer: null, field: null, ...more });

async function allRows(facts: Facts, asked: RowsQuery): Promise<CompetitionRow[]> {
  const rows: CompetitionRow[] = [];
  for await (const group of rowGroups(facts, asked)) rows.push(...group);
  return rows;
}

const sharesQuery = (scope: Scope, more: Partial<SharesQuery> = {}): SharesQuery => ({ scope, year: null, each: false, division: null, currency: null, ...more });

const near = (value: number): number => Math.round(value * 1e6) / 1e6;

/** CR1, CR4 and HHI as somebody reckons them who has only the list. */
function reckoned(rows: readonly Share[]): ConcentrationView {
  const [first] = rows;
  assert.ok(first);
  return {
    winners: rows.length, cr1: near(first.share), cr4: near(rows.slice(0, 4).at(-1)?.together ?? 0),
    hhi: near(Math.max(1 / rows.length, rows.reduce((sum, { square }) => sum + square, 0))),
  };
}

async function allShares(facts: Facts, asked: SharesQuery): Promise<Share[]> {
  return (await Array.fromAsync(shareGroups(facts, asked))).flat();
}

const DKK = (amount: number): readonly [number, string] => [amount, 'DKK'];

/** Aarup buys IT from Alfa again and again; Bogense buys from whoever wins; a system has bidders; one tender has lots of two fields. */
const MARKET: readonly Tender[] = [
  { ocid: 'o-1', buyer: 'Aarup', day: '2018-03-01', lots: [{ bids: 3, winners: ['Alfa'], value: DKK(100) }], deadline: '2018-02-01' },
  { ocid: 'o-2', buyer: 'Aarup', day: '2019-03-01', lots: [{ bids: 1, winners: ['Alfa'], value: DKK(200) }], deadline: '2019-02-19' },
  { ocid: 'o-3', buyer: 'Bogense', day: '2020-03-01', lots: [{ bids: 2, winners: ['Beta'], value: DKK(300) }], method: 'limited' },
  { ocid: 'o-4', buyer: 'Aarup', day: '2021-03-01', lots: [{ bids: 1, winners: ['Alfa'], value: [9000, 'EUR'] }] },
  { ocid: 'o-5', buyer: 'Bogense', day: '2021-06-01', lots: [{ bids: 4, winners: ['Gamma', 'Beta'], value: DKK(400) }, { bids: 2, winners: ['Delta'], value: DKK(400), cpv: '45000000' }] },
  { ocid: 'o-6', buyer: 'Bogense', day: '2021-07-01', lots: [{}, {}] },
];
const IT: Scope = { kind: 'field', key: '72' };

void describe('a small market, reckoned by hand', () => {
  let facts: Facts;
  let field: CompetitionView;
  before(async () => {
    facts = await factsOf(MARKET.map(release));
    field = await picture(facts, IT);
  });

  test('the lots of the field count, and those of another field in the same tender do not', () => {
    assert.deepEqual(field.calls, { processes: 6, with: 5, without: 1 });
    assert.deepEqual(field.bids, { lots: 5, single: 2, mean: 2.2, median: 2 });
    assert.deepEqual(field.distribution, [{ bids: 1, lots: 2 }, { bids: 2, lots: 1 }, { bids: 3, lots: 1 }, { bids: 4, lots: 1 }]);
    assert.deepEqual(field.awards, { all: 5, named: 5, shared: 1, dated: 5 });
    assert.deepEqual([field.bidders.named, field.bidders.won, field.bidders.lots, field.bidders.lotsNamed], [3, 3, 5, 2]);
  });

  test('Alfa has three of five awards, Beta one and a half, Gamma a half', () => {
    assert.deepEqual(field.concentration, { winners: 3, cr1: 0.6, cr4: 1, hhi: 0.46 });
    assert.deepEqual(field.winners.map(({ name, awards, share, buyers }) => [name, awards, share, buyers]), [['Alfa A/S', 3, 0.6, 1], ['Beta A/S', 2, 0.3, 1], ['Gamma A/S', 1, 0.1, 1]]);
    assert.deepEqual(field.byValue, [], 'three awards in kroner and one in euro are too few of either, and are never one sum');
  });

  test('new in 2021 are those that never won before; earlier years cannot be told', () => {
    assert.deepEqual(field.years.map(({ year, awards, firstTime }) => [year, awards, firstTime]), [[2018, 1, null], [2019, 1, null], [2020, 1, null], [2021, 2, 1]]);
  });

  test('Alfa has held Aarup since 2018, Bogense changed hands in part', async () => {
    assert.deepEqual(field.tenure.rows.map(({ name, holder, since, until, times }) => [name, holder.name, since, until, times]), [
      ['Aarup A/S', 'Alfa A/S', '2018-03-01', '2021-03-01', 3], ['Bogense A/S', 'Beta A/S', '2020-03-01', '2021-06-01', 2],
    ]);
    assert.deepEqual([field.tenure.places, field.tenure.looked, field.tenure.again], [2, 2, 2]);
    const aarup = field.places.rows.find(({ name }) => name === 'Aarup A/S');
    assert.ok(aarup);
    const buyer = await picture(facts, { kind: 'buyer', key: aarup.key });
    assert.deepEqual([buyer.scope.name, buyer.calls.processes, buyer.places.kind, buyer.places.rows.map(({ key, leaderShare }) => [key, leaderShare])], ['Aarup A/S', 3, 'field', [['720', 1]]]);
  });

  test('whole beside divided, and who took it all', async () => {
    assert.deepEqual([field.divided.whole.calls.processes, field.divided.parts.calls.processes, field.divided.whole.bids.single, field.divided.parts.bids.single], [4, 2, 2, 0]);
    const all = await picture(facts, ALL);
    assert.deepEqual([all.divided.takenOf, all.divided.taken], [1, 0]);
  });

  test('each figure opens to as many rows as it counts, narrowed in the same way', async () => {
    const total = async (figure: Figure, more: Partial<RowsQuery> = {}): Promise<number> => (await readRows(facts, query(IT, figure, more), 0, 1)).total;
    assert.deepEqual(await Promise.all((['processes', 'with-call', 'without-call', 'bids', 'single-bid', 'bidders'] as const).map((figure) => total(figure))), [6, 5, 1, 5, 2, 6]);
    assert.equal(await total('awards'), 6, 'five awards, one of them with two winners');
    assert.equal(await total('single-bid', { year: 2019 }), 1);
    assert.equal(await total('bids', { division: 'parts' }), 1);
    assert.deepEqual((await allRows(facts, query(IT, 'first-time', { year: 2021 }))).map(({ organisation }) => organisation?.name), ['Gamma A/S']);
    const [newest] = await allRows(facts, query(IT, 'awards', { year: 2020 }));
    assert.deepEqual([newest?.ocid, newest?.lot, newest?.day, newest?.bids, newest?.amount, newest?.currency, newest?.withoutCall], ['o-3', 'L0', '2020-03-01', 2, '300', 'DKK', true]);
  });

  test('the concentration opens to the winners that it is reckoned of, of all years and of each', async () => {
    assert.deepEqual((await readShares(facts, sharesQuery(IT), 0, 9)).rows.map(({ year, place, organisation, awards, share, together }) => [year, place, organisation.name, awards, share, together]), [
      [null, 1, 'Alfa A/S', 3, 0.6, 0.6], [null, 2, 'Beta A/S', 2, 0.3, 0.9], [null, 3, 'Gamma A/S', 1, 0.1, 1],
    ]);
    const each = await allShares(facts, sharesQuery(IT, { each: true }));
    assert.deepEqual(each.filter(({ place }) => place !== 3).map(({ year, organisation, share }) => [year, share === 0.25 ? 'Beta or Gamma' : organisation.name, share]), [
      [2021, 'Alfa A/S', 0.5], [2021, 'Beta or Gamma', 0.25], [2020, 'Beta A/S', 1], [2019, 'Alfa A/S', 1], [2018, 'Alfa A/S', 1],
    ]);
    assert.deepEqual(new Map((await allShares(facts, sharesQuery(IT, { division: 'parts' }))).map(({ organisation, share }) => [organisation.name, share])), new Map([['Beta A/S', 0.5], ['Gamma A/S', 0.5]]));
    assert.deepEqual((await readShares(facts, sharesQuery(IT, { currency: 'DKK' }), 0, 9)).rows.map(({ organisation, awards, amount, currency, share }) => [organisation.name, awards, amount, currency, share]), [
      ['Alfa A/S', 2, '300', 'DKK', 0.5], ['Beta A/S', 1, '300', 'DKK', 0.5],
    ], 'what two won together is in nobody’s sum, and no euro among the kroner');
  });

  test('a tenure opens to the awards of its row', async () => {
    assert.deepEqual((await allRows(facts, query(IT, 'tenure'))).map(({ ocid, buyer, organisation, day, amount }) => [ocid, buyer?.name, organisation?.name, day, amount]), [
      ['o-4', 'Aarup A/S', 'Alfa A/S', '2021-03-01', '9000'], ['o-2', 'Aarup A/S', 'Alfa A/S', '2019-03-01', '200'], ['o-1', 'Aarup A/S', 'Alfa A/S', '2018-03-01', '100'],
      ['o-5', 'Bogense A/S', 'Beta A/S', '2021-06-01', '400'], ['o-3', 'Bogense A/S', 'Beta A/S', '2020-03-01', '300'],
    ]);
    const [longest] = field.tenure.rows;
    assert.ok(longest);
    assert.equal((await allRows(facts, query(IT, 'tenure', { supplier: longest.holder.key, buyer: longest.key }))).length, longest.times);
    const buyer: Scope = { kind: 'buyer', key: longest.key };
    assert.deepEqual((await allRows(facts, query(buyer, 'tenure', { field: '720' }))).map(({ field: place }) => place), ['720', '720', '720']);
    assert.deepEqual(await allRows(facts, query(buyer, 'tenure', { field: '450' })), []);
  });

  test('the indicators of the Scoreboard: 28 and 10 days, and nobody has a number', async () => {
    const { indicators, medianDays } = await readSingleMarket(facts, await named(facts, ALL));
    const of = (name: string): unknown => indicators.find(({ indicator }) => indicator === name);
    assert.deepEqual(of('decision-speed'), { indicator: 'decision-speed', value: 19, count: 2, of: 2, band: null, typical2024: 74 });
    assert.equal(medianDays, 19);
    assert.deepEqual(of('one-bidder'), { indicator: 'one-bidder', value: 2 / 6, count: 2, of: 6, band: null, typical2024: 0.28 });
    assert.deepEqual((await allRows(facts, query(ALL, 'decisions'))).map(({ ocid, days }) => [ocid, days]), [['o-2', 10], ['o-1', 28]]);
    const sellers = indicators.find(({ indicator }) => indicator === 'seller-numbers');
    assert.equal(sellers?.count, (await allRows(facts, query(ALL, 'seller-numbers'))).length);
  });

  test('what the register does not know is not found', async () => {
    for (const word of ['cpv:99', 'buyer:nobody', 'agreement:none', 'country:XX']) await assert.rejects(named(facts, readScope(word) ?? ALL), /knows no/, word);
    assert.deepEqual(['all', 'cpv:72', 'agreement:a:b'].map((word) => scopeWord(readScope(word) ?? IT)), ['all', 'cpv:72', 'agreement:a:b']);
    assert.deepEqual([readScope('cpv:'), readScope('nothing'), readScope('all:x')], [null, null, null]);
  });
});

void test('what questions build on is made once of a generation, whoever asks first', async () => {
  const db = await testRegister();
  const place = { folder: await mkdtemp(path.join(folder, 'files-')), world: 'register' } as const;
  assert.equal(await prepareCompetition(db, place), false, 'there is no generation yet');
  await importFiles(db, ['-'], { input: Readable.from([MARKET.map(release).map((one) => `${JSON.stringify(one)}\n`).join('')]), inputName: 'releases.jsonl' });
  await buildAnalysis(db, { place, clock });
  const made = (): Promise<string[]> => Array.fromAsync(glob('register/*/competition-*', { cwd: place.folder }));
  assert.deepEqual([(await Promise.all([prepareCompetition(db, place), prepareCompetition(db, place)])), (await made()).length], [[true, true], 1], 'two at once make the same');
  const before = await made();
  const facts = await openFacts(db, place);
  assert.ok(facts);
  opened.push(facts);
  assert.deepEqual((await picture(facts, IT)).concentration, { winners: 3, cr1: 0.6, cr4: 1, hhi: 0.46 });
  assert.deepEqual(await made(), before);
  const others = await openFacts(db, place, ['nothing']);
  assert.ok(others);
  opened.push(others);
  assert.equal((await made()).length, 2, 'made in other words, they are other files');
  assert.equal((await picture(others, IT)).winners.length, 0);
});

void test('a system counts those that bid in it and in the purchases under it, and says so apart from those admitted', async () => {
  const system: Tender = { ocid: 's-1', buyer: 'Central', day: '2020-01-01', method: 'selective', lots: [{}], techniques: { hasDynamicPurchasingSystem: true, dynamicPurchasingSystem: { type: 'open' } } };
  const facts = await factsOf([
    release(system),
    release({ ocid: 's-2', buyer: 'Aarup', day: '2021-01-01', lots: [{ bids: 2, winners: ['Alfa'] }], under: 's-1' }),
    release({ ocid: 's-3', buyer: 'Bogense', day: '2021-02-01', lots: [{ bids: 1, winners: ['Beta'] }], under: 's-1' }),
    release({ ocid: 'x-1', buyer: 'Bogense', day: '2021-02-01', lots: [{ bids: 1, winners: ['Omega'] }] }),
  ]);
  const found = await picture(facts, { kind: 'agreement', key: 's-1' });
  assert.deepEqual([found.agreement?.technique, found.agreement?.processes, found.bidders.named, found.bids.single], ['dps', 3, 2, 1]);
});

function tenders(count: number): object[] {
  return Array.from({ length: count }, (_none, at) => release({ ocid: `c-${at}`, buyer: 'Aarup', day: `2021-0${at + 1}-01`, lots: [{ bids: 1, winners: ['Alfa'] }] }));
}

void test('closed data counts from five processes of a year, in totals only', async () => {
  const closed = ['eforms', 'ted'];
  const [four, five] = [await factsOf(tenders(4), closed), await factsOf(tenders(5), closed)];
  const [few, enough] = [await picture(four, IT), await picture(five, IT)];
  assert.deepEqual([few.calls.processes, few.bids.lots, few.awards.all, few.bidders.named, few.closedLeftOut], [0, 0, 0, 0, 4]);
  assert.deepEqual([enough.calls.processes, enough.bids.single, enough.awards.named, enough.closedLeftOut], [5, 5, 5, 0]);
  assert.deepEqual([enough.winners, enough.places.rows, enough.tenure.rows], [[], [], []], 'nobody is named by closed data');
  for (const facts of [four, five]) for (const figure of FIGURE_NAMES) assert.deepEqual(await allRows(facts, query(IT, figure)), [], figure);
});

void describe('the real notices', { skip: without(...NORWEGIAN) || without('data', 'ocds', 'releases.jsonl') }, () => {
  test('every figure is that of its rows, of all and of each of the largest fields', async () => {
    const db = await testRegister();
    const place = { folder: await mkdtemp(path.join(folder, 'real-')), world: 'register' } as const;
    await importFiles(db, [path.join(sharedFolder, ...NORWEGIAN), path.join(sharedFolder, 'data', 'ocds', 'releases.jsonl')], { input: Readable.from([]) });
    await buildAnalysis(db, { place, clock });
    const facts = await openFacts(db, place);
    assert.ok(facts);
    opened.push(facts);
    const fields = (await facts.ask('overview', ALL, { most: 4 })).map((row): Scope => ({ kind: 'field', key: String(row['place']) }));
    assert.equal(fields.length, 4);
    for (const scope of [ALL, ...fields]) await agrees(facts, scope);
    const search = await searchProcesses(db, clock, EMPTY_PROCESS_QUERY, { after: null, before: null, limit: 1 });
    assert.ok(search.ok);
    const calls = search.value.facets.find(({ name }) => name === 'call')?.options ?? [];
    const counted = (value: string): number => calls.find((option) => option.value === value)?.count ?? 0;
    const { calls: whole } = await picture(facts, ALL);
    assert.deepEqual(whole, { processes: search.value.total, with: counted('with'), without: counted('without') }, 'as the list of tenders counts');
  });
});

async function agrees(facts: Facts, scope: Scope): Promise<void> {
  const view = await picture(facts, scope);
  const word = scopeWord(scope);
  const total = async (figure: Figure, more: Partial<RowsQuery> = {}): Promise<number> => (await readRows(facts, query(scope, figure, more), 0, 1)).total;
  assert.deepEqual(
    await Promise.all((['processes', 'with-call', 'without-call', 'bids', 'single-bid'] as const).map((figure) => total(figure))),
    [view.calls.processes, view.calls.with, view.calls.without, view.bids.lots, view.bids.single], word);
  const awards = await allRows(facts, query(scope, 'awards'));
  assert.equal(new Set(awards.map(({ organisation }) => organisation?.key)).size, view.concentration?.winners ?? 0, word);
  const bidders = await allRows(facts, query(scope, 'bidders'));
  assert.equal(new Set(bidders.map(({ organisation }) => organisation?.key)).size, view.bidders.named, word);
  assert.ok(awards.length >= view.awards.named && view.awards.dated <= view.awards.named && view.awards.named <= view.awards.all, word);
  for (const found of [view.concentration, ...view.years.map(({ concentration }) => concentration), ...view.byValue]) {
    if (found !== null) assert.ok(1 / found.winners <= found.hhi + 1e-6 && found.hhi <= found.cr1 + 1e-6 && found.cr1 <= found.cr4 && found.cr4 <= 1, word);
  }
  const listed = await allShares(facts, sharesQuery(scope));
  if (view.concentration === null) assert.deepEqual(listed, [], word);
  else assert.deepEqual(reckoned(listed), view.concentration, word);
  const each = Map.groupBy(await allShares(facts, sharesQuery(scope, { each: true })), ({ year }) => year);
  for (const { year, concentration: found } of view.years) if (found !== null) assert.deepEqual(reckoned(each.get(year) ?? []), found, `${word} ${year}`);
  for (const { currency, awards: made, ...found } of view.byValue) {
    const rows = await allShares(facts, sharesQuery(scope, { currency }));
    assert.deepEqual([reckoned(rows), rows.reduce((sum, row) => sum + row.awards, 0)], [found, made], `${word} ${currency}`);
  }
  const told = [...Map.groupBy(awards.filter(({ buyer, day }) => buyer !== null && day !== null), ({ buyer }) => buyer?.key ?? '')].flatMap(([place, rows]) => (
    heldLast(rows.map(({ day, organisation }) => ({ day: day ?? '', organisation: organisation?.key ?? '' }))).map((found) => ({ place, ...found })))).filter(({ times }) => times > 1);
  const shown = view.tenure.rows.map(({ key, holder, since, until, times }) => ({ place: key, organisation: holder.key, since, until, times }));
  for (const row of shown) assert.ok(told.some((one) => JSON.stringify(one) === JSON.stringify(row)), `${word} ${JSON.stringify(row)}`);
  if (view.tenure.looked === view.tenure.places) assert.equal(new Set(told.map(({ place }) => place)).size, view.tenure.again, word);
  const chains = await allRows(facts, query(scope, 'tenure'));
  assert.equal(new Set(chains.map(({ buyer }) => buyer?.key)).size, view.tenure.again, word);
  for (const { key, holder, since, until, times } of view.tenure.rows) {
    const days = new Set(chains.filter((row) => row.buyer?.key === key && row.organisation?.key === holder.key).map(({ day }) => day));
    assert.deepEqual([days.size, days.has(since), days.has(until)], [times, true, true], `${word} ${key}`);
  }
  for (const { year, bids, awards: made } of view.years) {
    assert.deepEqual([await total('bids', { year }), await total('single-bid', { year })], [bids.lots, bids.single], `${word} ${year}`);
    assert.ok(await total('awards', { year }) >= made, `${word} ${year}`);
  }
}

interface AwardDay {
  readonly day: string;
  readonly organisation: string;
}

/** Who won last in one place, and how far back that goes without a day on which only others won: reckoned day by day, as the SQL does not. */
function heldLast(wins: readonly AwardDay[]): readonly { organisation: string; since: string; until: string; times: number }[] {
  const days = [...Map.groupBy(wins, ({ day }) => day)].toSorted(([one], [other]) => (one < other ? 1 : -1));
  const [last] = days;
  if (last === undefined || days.length < 2) return [];
  return [...new Set(last[1].map(({ organisation }) => organisation))].map((organisation) => {
    const lost = days.findIndex(([, won]) => won.every((win) => win.organisation !== organisation));
    const row = lost === -1 ? days : days.slice(0, lost);
    return { organisation, since: row.at(-1)?.[0] ?? last[0], until: last[0], times: row.length };
  });
}
