/** The demo world's story: an agreement close to its maximum, a dynamic purchasing system, and purchases under both at several stages. */
import { copenhagenDate } from '#base';
import { bidOf, AGREEMENT, APPOINTMENTS, COURSES, declaration, MODEL, needOf, OFFERS, OVERVIEW, PLACES, REQUIREMENTS, scoresOf, SHEET, SYSTEM, textsOf } from './demo-texts.ts';
import { give1, giveByTwo, local, moveTo, noon, openBids, proveKeys, sendBid, submissionsOf, type Stage } from './demo-stage.ts';

const CENTRE = ['faelles-indkoeber', 'faelles-godkender'] as const;

interface Town {
  readonly buyers: readonly [string, string];
  readonly holders: readonly [string, string, string];
  readonly evaluators: readonly [string, string];
}

const town = (key: string): Town => ({
  buyers: [`${key}-indkoeber`, `${key}-godkender`], holders: [`${key}-aabner-1`, `${key}-aabner-2`, `${key}-aabner-3`], evaluators: [`${key}-bedoemmer-1`, `${key}-bedoemmer-2`],
});
const SVAR = town('svarekoebing');
const TALE = town('talemarke');

const bidder = (supplier: string): string => `${supplier}-tilbud`;
const house = ({ actor }: Stage, person: string): string => actor(person).organisation;
const day = (stage: Stage, days: number): string => copenhagenDate(stage.present).add({ days }).toString();

/** @returns key of the agreement */
async function agreement(stage: Stage): Promise<string> {
  await moveTo(stage, -150);
  const [buyer] = CENTRE;
  const record = await give1(stage, buyer, 'framework.start', { ...AGREEMENT, from: day(stage, -300), to: day(stage, 1000) });
  const users = [SVAR, TALE].map(({ buyers: [first] }) => ({ user: house(stage, first) }));
  await give1(stage, buyer, 'framework.set-parties', { parties: OFFERS.map(({ supplier, lot }) => ({ supplier: house(stage, bidder(supplier)), lot })), users, named: [], allMunicipalities: false }, record);
  for (const { supplier, facts, ...offer } of OFFERS) {
    await give1(stage, buyer, 'framework.write-offer', { supplier: house(stage, bidder(supplier)), ...offer, facts: Object.entries(facts).map(([criterion, fact]) => ({ criterion, fact })) }, record);
  }
  await giveByTwo(stage, CENTRE, 'framework.publish', record);
  return record;
}

/** What was bought before Torvet came: with the direct award, 83 per cent of the maximum. */
async function callOffs(stage: Stage, record: string): Promise<void> {
  for (const [value, buyer, supplier, lot, ago] of [['11200000', SVAR, 'kolossia', '1', -140], ['7900000', TALE, 'storkevinge', '1', -90]] as const) {
    await moveTo(stage, ago + 2);
    await give1(stage, CENTRE[0], 'framework.record-call-off', { lot, buyer: house(stage, buyer.buyers[0]), supplier: house(stage, bidder(supplier)), value, on: day(stage, ago), source: 'Indberettet af kommunen' }, record);
  }
}

/** @returns key of the system */
async function system(stage: Stage): Promise<string> {
  await moveTo(stage, -122);
  const [buyer] = CENTRE;
  const { title, description, service, cpv } = SYSTEM;
  const record = await give1(stage, buyer, 'dis.start', { title, description, service, cpv });
  const users = [SVAR, TALE].map(({ buyers: [first] }) => ({ organisation: house(stage, first) }));
  await give1(stage, buyer, 'dis.write', { ...SYSTEM, users, firstDeadline: local(noon(stage, -80)), endsOn: day(stage, 1200) }, record);
  await giveByTwo(stage, CENTRE, 'dis.publish', record);
  return record;
}

async function apply(stage: Stage, record: string, supplier: string, categories: readonly string[], deliveries: number): Promise<string> {
  const who = bidder(supplier);
  const application = await give1(stage, who, 'application.start', { categories }, record);
  await give1(stage, who, 'application.write', declaration(stage.actor(who).name, stage.cvr(who), categories, deliveries), application);
  await give1(stage, who, 'application.submit', {}, application);
  return application;
}

/** Three admitted in each category. */
async function admissions(stage: Stage, record: string): Promise<void> {
  await moveTo(stage, -110);
  const sent: (readonly [string, readonly string[]])[] = [];
  for (const [supplier, categories, deliveries] of [['kolossia', ['A', 'B'], 6], ['storkevinge', ['A'], 3], ['koordinat', ['A', 'B'], 2], ['dagsorden', ['B'], 1]] as const) {
    sent.push([await apply(stage, record, supplier, categories, deliveries), categories]);
  }
  await moveTo(stage, -104);
  for (const [application, categories] of sent) await give1(stage, CENTRE[0], 'application.admit', { verdicts: categories.map((category) => ({ category, admitted: true })) }, application);
}

interface Plan {
  readonly town: Town;
  readonly way: 'dis' | 'framework';
  readonly parent: string;
  readonly category: string;
  readonly texts: typeof APPOINTMENTS;
  /** Days from the present. */
  readonly announced: number;
  readonly deadline: number;
}

/** From the need to the announcement. @returns key of the purchase */
async function announce(stage: Stage, { town: { buyers, holders }, way, parent, category, texts, announced, deadline }: Plan): Promise<string> {
  await moveTo(stage, announced - 7);
  const [buyer] = buyers;
  const need = await give1(stage, buyer, 'need.start', needOf(texts));
  await give1(stage, buyer, 'need.decide', { way, reason: way === 'dis' ? 'Systemet dækker behovet, og flere små leverandører er optaget.' : 'Aftalen dækker behovet, men ingen katalogvare gør.' }, need);
  const record = await give1(stage, buyer, 'purchase.start', { need, category }, parent);
  await give1(stage, buyer, 'purchase.write', { ...textsOf(texts), ...REQUIREMENTS, deadline: local(noon(stage, deadline)) }, record);
  await give1(stage, buyer, 'purchase.set-model', MODEL, record);
  await give1(stage, buyer, 'purchase.set-sheet', SHEET, record);
  await give1(stage, buyer, 'purchase.set-holders', { holders: holders.map((one) => ({ person: stage.actor(one).user })) }, record);
  await proveKeys(stage, holders, record);
  await moveTo(stage, announced);
  await giveByTwo(stage, buyers, 'purchase.announce', record);
  return record;
}

/** Opened, checked, scored by two, agreed, awarded, and signed after the promised wait. */
async function finish(stage: Stage, { buyers, holders, evaluators }: Town, record: string): Promise<void> {
  await openBids(stage, holders.slice(0, 2), record);
  await moveTo(stage, -58);
  const [buyer, approver] = buyers;
  await give1(stage, buyer, 'purchase.set-evaluators', { evaluators: evaluators.map((one) => ({ person: stage.actor(one).user })) }, record);
  for (const one of evaluators) await give1(stage, one, 'purchase.declare', { conflict: false }, record);
  const submissions = (await submissionsOf(stage, record)).map(({ submission }) => submission);
  await give1(stage, buyer, 'purchase.check', { checks: submissions.map((submission) => ({ submission, suitable: true, suitableReason: 'Optaget i kategorien ved fristen.', meetsMinimum: true, minimumReason: 'Begge mindstekrav er opfyldt.' })) }, record);
  await moveTo(stage, -53);
  await give1(stage, evaluators[0], 'purchase.score', scoresOf(submissions, [[5, 7], [9, 7]]), record);
  await give1(stage, evaluators[1], 'purchase.score', scoresOf(submissions, [[6, 6], [8, 8]]), record);
  await give1(stage, evaluators[0], 'purchase.consensus', scoresOf(submissions, [[6, 7], [9, 7]]), record);
  await give1(stage, buyer, 'purchase.assess', {}, record);
  await moveTo(stage, -50);
  const award = { winner: submissions[1], reason: 'Bedste forhold mellem pris og kvalitet: kortest vej for borgeren til den laveste pris.', merits: 'Borgeren når målet på færre skærmbilleder, og planen kræver mindre af os.', standstillDays: 10 };
  await giveByTwo(stage, buyers, 'purchase.award', record, award);
  await give1(stage, buyer, 'purchase.letters', {}, record);
  await moveTo(stage, -36);
  await give1(stage, approver, 'purchase.sign', { from: day(stage, -15), to: day(stage, -16 + 4 * 365) }, record);
}

/** What holders are asked a day before the deadline, they answer within the hour. */
async function proveLast(stage: Stage, holders: Town['holders'], record: string, deadline: number): Promise<void> {
  await stage.setClock(noon(stage, deadline).subtract({ hours: 23 }));
  await proveKeys(stage, holders, record);
}

async function contracted(stage: Stage, parent: string): Promise<void> {
  const record = await announce(stage, { town: SVAR, way: 'dis', parent, category: 'B', texts: APPOINTMENTS, announced: -78, deadline: -64 });
  await moveTo(stage, -67);
  await sendBid(stage, bidder('kolossia'), record, bidOf(7, ['240000', '24500', '60000']));
  await sendBid(stage, bidder('dagsorden'), record, bidOf(3, ['120000', '19900', '35000']));
  await proveKeys(stage, SVAR.holders, record);
  await proveLast(stage, SVAR.holders, record, -64);
  await moveTo(stage, -61);
  await finish(stage, SVAR, record);
}

async function directAward(stage: Stage, parent: string): Promise<void> {
  const [buyer, approver] = TALE.buyers;
  await moveTo(stage, -32);
  const need = await give1(stage, buyer, 'need.start', needOf(COURSES));
  await give1(stage, buyer, 'need.decide', { way: 'framework', reason: 'Under 2 mio. kr., og katalogets systemer dækker behovet.' }, need);
  const record = await give1(stage, buyer, 'purchase.start-direct', { need, category: '1' }, parent);
  const needs = [
    { criterion: 'dansk', why: 'Borgere og sagsbehandlere arbejder på dansk.' }, { criterion: 'brugere', asked: '400', why: 'Vi er 380 på jobområdet.' },
    { criterion: 'app', points: 10, why: 'Halvdelen af samtalerne holdes ude af huset.' },
  ];
  await give1(stage, buyer, 'purchase.write-direct', { ...textsOf(COURSES), needs }, record);
  await give1(stage, buyer, 'purchase.shortlist', { reasons: [] }, record);
  await moveTo(stage, -29);
  await giveByTwo(stage, TALE.buyers, 'purchase.award-direct', record, { value: '820000', reason: 'Står først efter aftalens kriterier.' });
  await give1(stage, buyer, 'purchase.letters-direct', { days: 10 }, record);
  await moveTo(stage, -15);
  await give1(stage, approver, 'purchase.sign-direct', {
    from: day(stage, 20), to: day(stage, 19 + 4 * 365), lines: [{ number: '1', name: 'Drift i fire år', option: false, price: '700000' }, { number: '2', name: 'Et år mere', option: true, price: '120000' }],
  }, record);
}

/** Its deadline was yesterday: whoever visits can open it with the keys of two holders. */
async function toBeOpened(stage: Stage, parent: string): Promise<void> {
  const record = await announce(stage, { town: TALE, way: 'framework', parent, category: '2', texts: PLACES, announced: -20, deadline: -4 });
  await moveTo(stage, -7);
  await sendBid(stage, bidder('kolossia'), record, bidOf(6, ['310000', '41000', '75000']));
  await sendBid(stage, bidder('koordinat'), record, bidOf(4, ['180000', '43500', '40000']));
  await proveKeys(stage, TALE.holders, record);
  await proveLast(stage, TALE.holders, record, -4);
}

/** From the oldest step to the newest; afterwards the clock shows the present. */
export async function playDemo(stage: Stage): Promise<void> {
  const framework = await agreement(stage);
  await callOffs(stage, framework);
  const dis = await system(stage);
  await admissions(stage, dis);
  await contracted(stage, dis);
  await directAward(stage, framework);
  await toBeOpened(stage, framework);
  await moveTo(stage, -12);
  await apply(stage, dis, 'griffel', ['A', 'B'], 2);
  await announce(stage, { town: SVAR, way: 'dis', parent: dis, category: 'A', texts: OVERVIEW, announced: -4, deadline: 12 });
  await stage.setClock(stage.present);
}
