/** A purchase in a dynamic purchasing system, from the need to the contract, by hand in a browser. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test as chapter } from 'node:test';
import type { Page } from 'playwright-core';
import { Cast, fillAll, fillIn, marketPlace, type Values } from '../support/market-place.ts';
import { DESKTOP, openBrowser, PHONE, runTorvet, temporaryFolder } from '../support/running.ts';

const place = await marketPlace('2027-02-02T09:00:00Z');
const browser = await openBrowser();
const { folder, remove } = await temporaryFolder();
const cast = new Cast(browser, place);
after(async () => {
  await browser.close();
  await place.close();
  await remove();
});

const TOWN = ['svarekoebing-indkoeber', 'svarekoebing-godkender'] as const;
const CENTRE = ['faelles-indkoeber', 'faelles-godkender'] as const;
const HOLDERS = ['svarekoebing-aabner-1', 'svarekoebing-aabner-2', 'svarekoebing-aabner-3'] as const;
const HOLDER_NAMES = ['Karla Klinke', 'Laust Skydelås', 'Mette Dørgreb'] as const;
const EVALUATORS = ['svarekoebing-bedoemmer-1', 'svarekoebing-bedoemmer-2'] as const;
const [BIG, SMALL] = ['kolossia-tilbud', 'griffel-tilbud'] as const;

const pathOf = (page: Page): string => new URL(page.url()).pathname.replace(/^\/demo/, '');

/** Begins a record whose form has an address of its own. */
async function begin(who: string, form: string, values: Values): Promise<string> {
  const page = await cast.open(who, form);
  await fillIn(page, values);
  await page.locator('main .form-actions button[type="submit"]').click();
  assert.match(page.url(), /gjort=/, await page.locator('main').innerText());
  return pathOf(page);
}

/** A chapter that follows one that failed has nothing to go on with. */
let isBroken = false;

function test(name: string, options: { readonly timeout: number }, tell: () => Promise<void>): void {
  void chapter(name, options, async () => {
    assert.ok(!isBroken, 'an earlier chapter failed');
    isBroken = true;
    await tell();
    isBroken = false;
  });
}

const LONG = { timeout: 120_000 };

let need = '';
let system = '';
let purchase = '';
const TITLE = 'Bookingsystem til svømmehallen';

test('a need is described and decided', LONG, async () => {
  need = await begin(TOWN[0], '/torv/behov/ny/need.start', { title: TITLE, why: 'Køerne er lange.', wanted: 'Borgeren bestiller selv en bane.', service: 'services', cpv: '48000000', value: '900000' });
  const page = await cast.give(TOWN[0], need, 'need.decide', { way: 'dis', reason: 'Systemet dækker behovet.' });
  assert.match(await page.locator('main').innerText(), /Afgjort/i);
});

test('a dynamic purchasing system is written, and published by two; suppliers apply and are admitted', LONG, async () => {
  system = await begin(CENTRE[0], '/torv/dis/ny/dis.start', { title: 'Fritid og kultur (DIS)', description: 'Booking, billetter og medlemmer.', service: 'services', cpv: '48000000' });
  await cast.give(CENTRE[0], system, 'dis.write', {
    quantity: 'Fem køb.', value: '8000000', 'categories[0].id': 'A', 'categories[0].scope': 'package', 'categories[0].categoryTitle': 'Booking', 'categories[0].categoryDescription': 'Baner og lokaler.',
    'categories[0].suitability': 'Én reference.', undivided: 'Ét område.', awardCriteria: 'Bedste forhold mellem pris og kvalitet.', firstDeadline: '2027-03-16T12:00', endsOn: '2030-12-31',
    'selection[0].code': 'service-perform', 'selection[0].requirement': 'Mindst én leverance.', 'selection[0].minimum': '1', allMunicipalities: true,
  });
  await cast.two(CENTRE, system, 'dis.publish');
  for (const [who, cvr, name] of [[BIG, '99000011', 'Kolossia Data A/S'], [SMALL, '99000014', 'Griffelkassen ApS']] as const) {
    const application = pathOf(await cast.give(who, system, 'application.start', { 'categories[0]': 'A' }));
    await cast.give(who, application, 'application.write', {
      contact: 'Ida Eksempel', email: 'tilbud@leverandoer.example', cvr, noOthers: true, 'selection[0].meets': true, 'selection[0].value': '3', 'suitability[0].meets': true, 'suitability[0].how': 'Tre svømmehaller.', signed: true,
    });
    await cast.give(who, application, 'application.submit');
    const page = await cast.give(CENTRE[0], application, 'application.admit', { 'verdicts[0].admitted': true });
    assert.ok((await page.locator('main').innerText()).includes(name));
  }
});

const keyFile = async (who: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
  const page = await cast.open(who, '/konto');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Hent nøglefilen' }).click()]);
  const file = path.join(folder, `${who}.key`);
  await download.saveAs(file);
  return { name: 'noegle.key', mimeType: 'text/plain', buffer: await readFile(file) };
};

test('a purchase is written, its holders prove their keys, and it is announced by two', LONG, async () => {
  purchase = pathOf(await cast.give(TOWN[0], system, 'purchase.start', { need: TITLE, category: 'A' }));
  await cast.give(TOWN[0], purchase, 'purchase.write', {
    undivided: 'Delene hænger sammen.', term: 'Fire år', deadline: '2027-02-16T12:00', 'requirements[0].id': '1', 'requirements[0].kind': 'minimum', 'requirements[0].text': 'På dansk.',
    'requirements[1].id': '2', 'requirements[1].kind': 'evaluated', 'requirements[1].text': 'Få klik.',
  });
  await cast.give(TOWN[0], purchase, 'purchase.set-model', {
    method: 'linear-points', lowest: '0', highest: '10', slope: '100', priceWeight: '40', 'criteria[0].name': 'Brugervenlighed', 'criteria[0].weight': '100', 'criteria[0].emphasis': 'Få klik.',
  });
  await cast.give(TOWN[0], purchase, 'purchase.set-sheet', { 'lines[0].number': '1', 'lines[0].name': 'Drift', 'lines[0].unit': 'måned', 'lines[0].quantity': '48', 'lines[0].evaluated': true });
  await cast.give(TOWN[0], purchase, 'purchase.set-holders', Object.fromEntries(HOLDER_NAMES.map((name, at) => [`holders[${at}].person`, name])));
  for (const holder of HOLDERS) {
    const file = await keyFile(holder);
    const page = await cast.open(holder, `${purchase}/noegle`);
    await page.setInputFiles('#noeglefil', file);
    await page.getByText('Nøglen åbner prøven').waitFor();
    await Promise.all([page.waitForURL(/gjort=purchase\.prove-key/), page.getByRole('button', { name: 'Send svaret' }).click()]);
  }
  const page = await cast.two(TOWN, purchase, 'purchase.announce');
  assert.match(await page.locator('main').innerText(), /Offentliggjort/);
});

/** All that the buyer can see of it, as text without what changes by itself. */
async function buyersView(): Promise<string> {
  const seen: string[] = [];
  for (const who of [TOWN[0], TOWN[1], HOLDERS[0], EVALUATORS[0], CENTRE[0]]) {
    for (const one of [purchase, `${purchase}/aabning`, '/torv', system]) {
      const page = await cast.open(who, one);
      seen.push(who, one, (await page.locator('main').innerText()).replace(/Fejlnummer: \S+/, ''));
    }
    const page = await cast.open(who, purchase);
    for (const address of [`/api/v1/market/records/${purchase.split('/').at(-1) ?? ''}`, `/api/v1/market/bids/${purchase.split('/').at(-1) ?? ''}/LOT-0001`]) {
      const answer = await page.request.get(`${place.address}${address}`);
      seen.push(address, String(answer.status()), (await answer.text()).replaceAll(/"(?:requestId|instance)":"[^"]*"/g, ''));
    }
  }
  return seen.join('\n');
}

test('one bids in the browser at 390 px, one without JavaScript; the buyer sees neither number nor name', LONG, async () => {
  const before = await buyersView();
  const page = await cast.open(BIG, purchase, PHONE);
  await page.locator('main a[href$="/giv-tilbud"]').first().click();
  await cast.look(page);
  await page.setViewportSize({ width: 390, height: 844 });
  assert.match(await page.locator('#status').innerText(), /IKKE AFGIVET/);
  await page.selectOption('[name="answers[0].answer"]', 'yes');
  await page.selectOption('[name="answers[1].answer"]', 'yes');
  await page.fill('[name="answers[1].text"]', 'Fem klik.');
  await page.fill('[name="prices[0]"]', '19.500,00');
  await page.setInputFiles('#bilag', { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Planen') });
  await page.click('#forsegl');
  await page.getByText('IKKE AFGIVET endnu').waitFor();
  await page.click('#afgiv');
  await page.locator('#kvittering a').first().waitFor();
  assert.match(await page.locator('#status').innerText(), /^AFGIVET/);
  await cast.look(page);
  await sealedOffline();
  const afterwards = (await buyersView()).split('\n');
  assert.deepEqual(afterwards.filter((line, at) => line !== before.split('\n')[at]), [], 'a buyer sees that somebody has bid');
});

/** As the page says: fetch, fill in, seal at home, send. */
async function sealedOffline(): Promise<void> {
  const context = await browser.newContext({ ...DESKTOP, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${place.address}/log-ind`);
  await page.locator('main a.button-main').click();
  await page.locator(`form:has(input[name="person"][value="${SMALL}"]) button`).click();
  await page.goto(`${place.address}${purchase}`);
  await page.locator('main a[href$="/giv-tilbud"]').first().click();
  const fetched = async (name: string, file: string): Promise<string> => {
    const href = await page.getByRole('link', { name }).getAttribute('href') ?? '';
    const text = await (await page.request.get(new URL(href, place.address).href)).text();
    await writeFile(path.join(folder, file), text);
    return text;
  };
  await fetched('Nøglesættet (JSON)', 'keyset.json');
  const template = JSON.parse(await fetched('Skabelonen (JSON)', 'template.json')) as { answers: { requirement: string }[] };
  const bid = { ...template, answers: template.answers.map(({ requirement }) => ({ requirement, answer: 'yes', text: 'To klik.' })), prices: { 1: '21000.00' } };
  await writeFile(path.join(folder, 'bid.json'), JSON.stringify(bid));
  await writeFile(path.join(folder, 'bilag.txt'), 'Bilaget');
  const command = (await page.locator('.torv-command').innerText()).replaceAll('\\\n', ' ').trim().split(/\s+/).slice(1);
  const args = command.map((arg) => (['keyset.json', 'bid.json', 'bid.torvet'].includes(arg) ? path.join(folder, arg) : arg === 'bilag.pdf' ? path.join(folder, 'bilag.txt') : arg));
  const sealed = await runTorvet(args);
  assert.equal(sealed.code, 0, sealed.stderr);
  await page.getByRole('link', { name: 'Send en forseglet fil' }).click();
  await page.setInputFiles('input[type=file]', path.join(folder, 'bid.torvet'));
  await page.locator('main form[enctype] button').click();
  assert.match(await page.locator('main').innerText(), /Kvittering: tilbuddet er indsendt/);
  await context.close();
}

test('two of three open after the deadline, each on its own machine', LONG, async () => {
  await cast.later('2027-02-16T11:01:01Z');
  const opening = HOLDERS.slice(0, 2);
  for (const [at, step, button] of [[0, 'commit', 'Bind dig til dine dele'], [1, 'reveal', 'Læg delene frem']] as const) {
    for (const holder of opening) {
      if (at === 0) await cast.give(holder, purchase, 'purchase.declare');
      const file = await keyFile(holder);
      const page = await cast.open(holder, `${purchase}/aabning`);
      await page.setInputFiles('#noeglefil', file);
      await page.click('#dele-knap');
      await page.getByText(at === 0 ? 'Dine dele er dekrypteret her' : 'Listen er udfyldt').waitFor();
      await Promise.all([page.waitForURL(new RegExp(`gjort=opening\\.${step}`)), page.getByRole('button', { name: button }).click()]);
    }
  }
  await place.work();
  const page = await cast.open(TOWN[0], `${purchase}/aabning`);
  assert.match(await page.locator('main').innerText(), /Kolossia Data A\/S[\s\S]*Griffelkassen ApS|Griffelkassen ApS[\s\S]*Kolossia Data A\/S/);
});

/** Points for each row, by whose bid it is. */
async function score(page: Page, big: string, small: string): Promise<void> {
  for (const row of await page.locator('main form .field-row').all()) {
    const points = (await row.innerText()).includes('Kolossia') ? big : small;
    await row.locator('[name$=".points"]').fill(points);
  }
  await fillAll(page, '.reason', 'Antallet af klik er talt.');
}

test('checked, scored by two alone, agreed, ranked, awarded by two, told, and signed', LONG, async () => {
  await cast.give(TOWN[0], purchase, 'purchase.set-evaluators', { 'evaluators[0].person': 'Niels Tommestok', 'evaluators[1].person': 'Olga Passer' });
  await cast.give(TOWN[0], purchase, 'purchase.check', {}, async (page) => {
    for (const one of await page.locator('main form input[type="checkbox"]').all()) await one.setChecked(true);
    await fillAll(page, 'Reason', 'Opfyldt.');
  });
  for (const one of EVALUATORS) await cast.give(one, purchase, 'purchase.declare');
  await cast.give(EVALUATORS[0], purchase, 'purchase.score', {}, (page) => score(page, '5', '9'));
  await cast.give(EVALUATORS[1], purchase, 'purchase.score', {}, (page) => score(page, '6', '8'));
  await cast.give(EVALUATORS[0], purchase, 'purchase.consensus', {}, (page) => score(page, '5', '9'));
  await cast.give(TOWN[0], purchase, 'purchase.assess');
  for (const one of ['bedoemmelse', 'rangfoelge', 'referat']) await cast.open(TOWN[0], `${purchase}/${one}`);
  await cast.two(TOWN, purchase, 'purchase.award', { winner: 'Griffelkassen', reason: 'Bedste forhold mellem pris og kvalitet.', merits: 'Færre klik.', standstillDays: '0' });
  await cast.give(TOWN[0], purchase, 'purchase.letters');
  await cast.give(TOWN[1], purchase, 'purchase.sign', { from: '2027-03-01', to: '2031-02-28' });
});

test('everybody reads the outcome in the register, and the losing bidder in its letter', LONG, async () => {
  await place.work();
  const page = await cast.open('', `/udbud/ocds-story-${purchase.split('/').at(-1) ?? ''}`);
  const text = await page.locator('main').innerText();
  for (const part of [TITLE, 'Griffelkassen ApS', '1.008.000']) assert.ok(text.includes(part), `${part} in ${text.slice(0, 2000)}`);
  assert.ok(!text.includes('Kolossia'));
  const letter = await cast.open(BIG, '/torv/leverandoer');
  await letter.locator('main a[href*="/brev/"]', { hasText: TITLE }).first().click();
  await cast.look(letter);
  for (const part of ['Griffelkassen ApS', 'Færre klik']) assert.ok((await letter.locator('main').innerText()).includes(part), part);
  assert.deepEqual(cast.faults, []);
  assert.ok(cast.looked > 30, `${cast.looked} pages`);
});
