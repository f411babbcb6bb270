/** Purchases under a framework agreement by hand in a browser: a mini-competition and a direct award, up to the maximum. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { fillIn, type Values } from '../support/market-place.ts';
import { assess, begin, bidInBrowser, CENTRE, decidedNeed, idOf, mainText, openByTwo, openStory, pathOf, prepare, SVAREKOEBING, TALEMARKE } from '../support/market-story.ts';
import { DESKTOP, PHONE } from '../support/running.ts';

const { place, browser, cast, chapter } = await openStory('2027-02-02T09:00:00Z');

const [MINI_TOWN, DIRECT_TOWN] = [TALEMARKE, SVAREKOEBING];
const [MINI, DIRECT, MORE] = ['Bookingsystem til svømmehallen', 'Baner og lokaler for foreninger', 'Medlemmer i musikskolen'] as const;

let agreement = '';
let mini = '';
let direct = '';

/** The page says each of these, and none of those. */
async function says(page: Page, parts: readonly (string | RegExp)[], never: readonly string[] = []): Promise<void> {
  const text = (await mainText(page)).replaceAll('\u{a0}', ' ');
  for (const part of parts) assert.ok(typeof part === 'string' ? text.includes(part) : part.test(text), `${page.url()} does not say ${String(part)}: ${text.slice(0, 3000)}`);
  for (const part of never) assert.ok(!text.includes(part), `${page.url()} says ${part}`);
}

const OFFERS = [
  { supplier: 'Kolossia Data A/S', name: 'Kolossia Booking', price: '900000', facts: ['ja', '2000', 'nej'] },
  { supplier: 'Griffelkassen ApS', name: 'Griffel Baner', price: '640000', facts: ['ja', '300', 'ja'] },
  { supplier: 'Koordinat Nul ApS', name: 'Nul Booking', price: '700000', facts: ['nej', '1200', 'ja'] },
] as const;

chapter('a framework agreement is written, with lots, parties, users, catalogue, value and maximum, and put into use by two', async () => {
  const [buyer] = CENTRE;
  agreement = await begin(cast, buyer, '/torv/rammeaftale/ny/framework.start', {
    title: 'Kultur og fritid 2027', description: 'Booking og medlemmer, som det findes.', service: 'services', cpv: '48000000', from: '2027-01-01', to: '2030-12-31', value: '2000000', maximum: '2500000', method: 'both',
    choosing: 'Under 900.000 kr. tildeles direkte.', first: 'points', second: 'price', 'lots[0].id': '1', 'lots[0].lotTitle': 'Booking', 'lots[0].lotDescription': 'Baner og lokaler.',
    'lots[1].id': '2', 'lots[1].lotTitle': 'Medlemmer', 'lots[1].lotDescription': 'Kontingenter og hold.', 'criteria[0].id': 'dansk', 'criteria[0].criterion': 'Betjenes på dansk', 'criteria[0].test': 'yes', 'criteria[0].source': 'Bilag 2, punkt 1',
    'criteria[1].id': 'brugere', 'criteria[1].criterion': 'Samtidige brugere', 'criteria[1].test': 'at-least', 'criteria[1].unit': 'brugere', 'criteria[1].source': 'Bilag 2, punkt 2',
    'criteria[2].id': 'app', 'criteria[2].criterion': 'Har en app', 'criteria[2].test': 'yes', 'criteria[2].source': 'Bilag 2, punkt 3',
  });
  const parties: Values = Object.fromEntries([...OFFERS.map(({ supplier }) => [supplier, '1'] as const), ['Storkevinge Systemer A/S', '1'] as const, ['Dagsordenen ApS', '2'] as const]
    .flatMap(([supplier, lot], at) => [[`parties[${at}].supplier`, supplier], [`parties[${at}].lot`, lot]]));
  await cast.give(buyer, agreement, 'framework.set-parties', { ...parties, 'users[0].user': 'Svarekøbing Kommune', 'users[1].user': 'Talemarke Kommune' });
  for (const { supplier, name, price, facts } of OFFERS) {
    await cast.give(buyer, agreement, 'framework.write-offer', { supplier, lot: '1', name, price, ...Object.fromEntries(['dansk', 'brugere', 'app'].flatMap((criterion, at) => [[`facts[${at}].criterion`, criterion], [`facts[${at}].fact`, facts[at] ?? '']])) });
  }
  await cast.two(CENTRE, agreement, 'framework.publish');
  await cast.give(buyer, agreement, 'framework.party-left', { supplier: 'Storkevinge Systemer A/S', leftOn: '2027-02-01', reason: 'Virksomheden er lukket.' });
  const page = await cast.open('', agreement);
  await says(page, ['Booking', 'Griffel Baner', 'Talemarke Kommune', '2.000.000 kr.', '2.500.000 kr.', 'trådt ud', '0 %'], ['640.000']);
});

chapter('a municipality asks whether it can buy, and begins a mini-competition: the parties of the lot that can deliver are invited', async () => {
  const { buyers } = MINI_TOWN;
  await decidedNeed(cast, buyers[0], 'framework', { title: MINI, value: '1000000' });
  const wizard = await ask(buyers[0], '1000000');
  await says(wizard, ['I kan købe det på aftalen', 'Koordinat Nul ApS', 'Storkevinge Systemer A/S']);
  await wizard.getByRole('link', { name: 'Begynd et miniudbud' }).click();
  await cast.look(wizard);
  mini = await send(wizard, { need: MINI, category: '1' });
  await prepare(cast, MINI_TOWN, mini, '2027-02-16T12:00');
  assert.equal((await mainText(await cast.open(MINI_TOWN.holders[0], mini))).match(/Hvem åbner tilbuddene/g)?.length, 1);
  await says(await cast.two(buyers, mini, 'purchase.announce'), [/Offentliggjort/, 'Griffelkassen ApS', 'Kolossia Data A/S', 'Koordinat Nul ApS'], ['Storkevinge', 'Dagsordenen']);
});

/** What the wizard answers to a buyer. */
async function ask(who: string, value: string): Promise<Page> {
  const page = await cast.open(who, agreement);
  await page.getByRole('link', { name: 'Køb på aftalen' }).click();
  await fillIn(page, { delaftale: '1', vaerdi: value });
  await page.locator('main .form-actions button[type="submit"]').click();
  await cast.look(page);
  return page;
}

/** Sends the form that is open. @returns path of what was begun */
async function send(page: Page, values: Values): Promise<string> {
  await fillIn(page, values);
  await page.locator('main .form-actions button[type="submit"]').click();
  assert.match(page.url(), /gjort=/, await mainText(page));
  return pathOf(page);
}

chapter('two suppliers bid in the browser, one at 390 px; whoever is in another lot, or has left, cannot', async () => {
  for (const [who, price, text, options] of [['kolossia-tilbud', '19.500,00', 'Fem klik.', DESKTOP], ['koordinat-tilbud', '20.000,00', 'To klik.', PHONE]] as const) {
    const home = await cast.open(who, '/torv/leverandoer');
    await says(home, [MINI]);
    await bidInBrowser(cast, who, mini, { price, text, options });
  }
  for (const who of ['storkevinge-tilbud', 'dagsorden-tilbud']) await says(await cast.open(who, mini), [MINI], ['IKKE AFGIVET', 'Skriv og afgiv tilbud']);
});

async function letterTo(who: string, title: string): Promise<Page> {
  const page = await cast.open(who, '/torv/leverandoer');
  await page.locator('main a[href*="/brev/"]', { hasText: title }).first().click();
  await cast.look(page);
  return page;
}

const NEEDS = {
  'needs[0].criterion': 'dansk', 'needs[0].why': 'Foreningerne taler dansk.', 'needs[1].criterion': 'brugere', 'needs[1].asked': '250', 'needs[1].why': 'Vi har 220 foreninger.',
  'needs[2].criterion': 'app', 'needs[2].points': '10', 'needs[2].why': 'Trænere bestiller fra banen.',
};

/** Begun from the wizard, its requirements written. @returns path of the purchase */
async function drafted(who: string, title: string, value: string): Promise<string> {
  await decidedNeed(cast, who, 'framework', { title, value });
  const wizard = await ask(who, value);
  await wizard.getByRole('link', { name: 'Begynd en direkte tildeling' }).click();
  await cast.look(wizard);
  const path = await send(wizard, { need: title, category: '1' });
  await cast.give(who, path, 'purchase.write-direct', { term: 'Fire år', ...NEEDS });
  return path;
}

chapter('another municipality awards directly: who meets which requirement is frozen before anybody is chosen, and the first is', async () => {
  const { buyers } = DIRECT_TOWN;
  await cast.give(CENTRE[0], agreement, 'framework.record-call-off', { lot: '1', buyer: 'Svarekøbing', supplier: 'Kolossia', value: '420000', on: '2027-01-20', source: 'Indberettet af kommunen' });
  await says(await cast.open('', agreement), ['420.000 kr.', '16 %']);
  direct = await drafted(buyers[0], DIRECT, '640000');
  const list = await cast.give(buyers[0], direct, 'purchase.shortlist');
  await says(list, [/Tilbud på delaftalen\s+–\s+3/, /Betjenes på dansk\s+Uden dette krav alene ville 3 være tilbage\.\s+Nul Booking\s+2/, /mindst 250 brugere\s+–\s+2/, /Griffel Baner\s+1\b/, /Kolossia Booking\s+2\b/, /Nul Booking\s+Faldet ud/]);
  await cast.two(buyers, direct, 'purchase.award-direct', { value: '640000', reason: 'Står først efter aftalens kriterier.' });
  await cast.give(buyers[0], direct, 'purchase.letters-direct', { days: '0' });
  await cast.give(buyers[1], direct, 'purchase.sign-direct', {
    from: '2027-04-01', to: '2031-03-31', 'lines[0].number': '1', 'lines[0].name': 'Drift i fire år', 'lines[0].price': '600000', 'lines[1].number': '2', 'lines[1].name': 'Et år mere', 'lines[1].option': true, 'lines[1].price': '40000',
  });
  await says(await cast.open('', direct), ['Griffelkassen ApS', '640.000 kr.', 'Nul Booking', /Kontrakt indgået/i], ['900.000']);
  await says(await cast.open('', agreement), ['1.060.000 kr.', '42 %', DIRECT], ['Mindst 80 %']);
  await says(await letterTo('koordinat-tilbud', DIRECT), [/ikke opfylder: Betjenes på dansk/]);
  await says(await letterTo('kolossia-tilbud', DIRECT), [/10 point for ønskerne, jeres fik 0/]);
});

chapter('two of three open, two score and agree, two award, letters go out, and the contract counts under the agreement', async () => {
  await cast.later('2027-02-16T11:01:01Z');
  const { buyers } = MINI_TOWN;
  await says(await openByTwo(cast, place, MINI_TOWN, mini), ['Kolossia Data A/S', 'Koordinat Nul ApS'], ['Griffelkassen']);
  await assess(cast, MINI_TOWN, mini, [{ Kolossia: '5', Koordinat: '9' }, { Kolossia: '6', Koordinat: '8' }, { Kolossia: '5', Koordinat: '9' }]);
  await says(await cast.open(buyers[0], `${mini}/rangfoelge`), [/Koordinat Nul ApS\s+1\b/]);
  await cast.two(buyers, mini, 'purchase.award', { winner: 'Koordinat', reason: 'Bedste forhold mellem pris og kvalitet.', merits: 'Færre klik.', standstillDays: '0' });
  await says(await cast.open(buyers[0], agreement), [/Besluttet, endnu uden kontrakt\s+960\.000 kr\./]);
  await says(await cast.open('', agreement), [/Besluttet, endnu uden kontrakt\s+0 kr\./], ['960.000']);
  await cast.give(buyers[0], mini, 'purchase.letters');
  await says(await cast.open('', agreement), [/Besluttet, endnu uden kontrakt\s+960\.000 kr\./, MINI]);
  await cast.give(buyers[1], mini, 'purchase.sign', { from: '2027-03-01', to: '2031-02-28' });
  await says(await cast.open(buyers[0], '/torv'), ['Til Koordinat Nul ApS', 'Til Kolossia Data A/S']);
  await says(await cast.open('', mini), ['Koordinat Nul ApS', '960.000 kr.'], ['Kolossia']);
  await says(await letterTo('kolossia-tilbud', MINI), ['Koordinat Nul ApS', 'Færre klik']);
  await says(await cast.open('', agreement), [/Kontrakter\s+1\.600\.000 kr\./]);
});

chapter('from 80 % on it is told, and beyond the maximum nobody can buy', async () => {
  await says(await cast.open('', agreement), ['2.020.000 kr.', '80 %', 'Mindst 80 % er brugt', /Tilbage\s+480\.000 kr\./]);
  const [buyer] = MINI_TOWN.buyers;
  const path = await drafted(buyer, MORE, '300000');
  const page = await cast.give(buyer, path, 'purchase.shortlist');
  await page.locator('main a[href$="/purchase.award-direct"]').click();
  await fillIn(page, { value: '640000', reason: 'Står først efter aftalens kriterier.' });
  await page.locator('main .form-actions button[type="submit"]').click();
  await cast.look(page);
  await says(page, ['2.660.000 kr.', '2.500.000 kr.', 'C-23/20']);
  await says(await ask(buyer, '640000'), ['Det kan ikke købes på aftalen', 'C-23/20'], ['Begynd et miniudbud']);
  await says(await ask(buyer, '480000'), ['I kan købe det på aftalen', 'Vær opmærksom', 'Mindst 80 % er brugt']);
});

chapter('the register has agreement and purchases; agreement and frozen list are read without JavaScript on a phone; no page is at fault', async () => {
  await place.work();
  for (const [record, parts] of [[agreement, ['Kultur og fritid 2027']], [mini, [MINI, 'Koordinat Nul ApS', '960.000']], [direct, [DIRECT, 'Griffelkassen ApS', '640.000']]] as const) {
    await says(await cast.open('', `/udbud/ocds-story-${idOf(record)}`), parts);
  }
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  for (const [path, parts] of [[agreement, ['Mindst 80 % er brugt', 'Griffel Baner', MINI]], [`${agreement}/koeb`, ['Køb på rammeaftalen']], [direct, ['Nul Booking', 'Faldet ud', 'Griffelkassen ApS']], [mini, ['Koordinat Nul ApS']]] as const) {
    await page.goto(`${place.address}${path}`);
    await says(page, parts);
  }
  await context.close();
  assert.deepEqual(cast.faults, []);
  assert.ok(cast.looked > 30, `${cast.looked} pages`);
});
