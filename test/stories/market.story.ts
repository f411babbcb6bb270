/** A purchase in a dynamic purchasing system, from the need to the contract, by hand in a browser. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after } from 'node:test';
import { assess, begin, bidInBrowser, CENTRE, decidedNeed, idOf, mainText, openByTwo, openStory, pathOf, prepare, SVAREKOEBING } from '../support/market-story.ts';
import { DESKTOP, PHONE, runTorvet, temporaryFolder } from '../support/running.ts';

const { place, browser, cast, chapter } = await openStory('2027-02-02T09:00:00Z');
const { folder, remove } = await temporaryFolder();
after(remove);

const { buyers: TOWN, holders: HOLDERS, evaluators: EVALUATORS } = SVAREKOEBING;
const [BIG, SMALL] = ['kolossia-tilbud', 'griffel-tilbud'] as const;
const TITLE = 'Bookingsystem til svømmehallen';

let system = '';
let purchase = '';

chapter('a need is described and decided', async () => {
  await decidedNeed(cast, TOWN[0], 'dis', { title: TITLE, value: '900000' });
});

chapter('a dynamic purchasing system is written, and published by two; suppliers apply and are admitted', async () => {
  system = await begin(cast, CENTRE[0], '/torv/dis/ny/dis.start', { title: 'Fritid og kultur (DIS)', description: 'Booking, billetter og medlemmer.', service: 'services', cpv: '48000000' });
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
    assert.ok((await mainText(page)).includes(name));
  }
});

chapter('a purchase is written, its holders prove their keys, and it is announced by two', async () => {
  purchase = pathOf(await cast.give(TOWN[0], system, 'purchase.start', { need: TITLE, category: 'A' }));
  await prepare(cast, SVAREKOEBING, purchase, '2027-02-16T12:00');
  const page = await cast.two(TOWN, purchase, 'purchase.announce');
  assert.match(await mainText(page), /Offentliggjort/);
});

/** All that the buyer can see of it, as text without what changes by itself. */
async function buyersView(): Promise<string> {
  const seen: string[] = [];
  for (const who of [TOWN[0], TOWN[1], HOLDERS[0], EVALUATORS[0], CENTRE[0]]) {
    for (const one of [purchase, `${purchase}/aabning`, '/torv', system]) {
      const page = await cast.open(who, one);
      seen.push(who, one, (await mainText(page)).replace(/Fejlnummer: \S+/, ''));
    }
    const page = await cast.open(who, purchase);
    for (const address of [`/api/v1/market/records/${idOf(purchase)}`, `/api/v1/market/bids/${idOf(purchase)}/LOT-0001`]) {
      const answer = await page.request.get(`${place.address}${address}`);
      seen.push(address, String(answer.status()), (await answer.text()).replaceAll(/"(?:requestId|instance)":"[^"]*"/g, ''));
    }
  }
  return seen.join('\n');
}

chapter('one bids in the browser at 390 px, one without JavaScript; the buyer sees neither number nor name', async () => {
  const before = await buyersView();
  await bidInBrowser(cast, BIG, purchase, { price: '19.500,00', text: 'Fem klik.', options: PHONE });
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
  assert.match(await mainText(page), /Kvittering: tilbuddet er indsendt/);
  await context.close();
}

chapter('two of three open after the deadline, each on its own machine', async () => {
  await cast.later('2027-02-16T11:01:01Z');
  const page = await openByTwo(cast, place, SVAREKOEBING, purchase);
  assert.match(await mainText(page), /Kolossia Data A\/S[\s\S]*Griffelkassen ApS|Griffelkassen ApS[\s\S]*Kolossia Data A\/S/);
});

chapter('checked, scored by two alone, agreed, ranked, awarded by two, told, and signed', async () => {
  await assess(cast, SVAREKOEBING, purchase, [{ Kolossia: '5', Griffel: '9' }, { Kolossia: '6', Griffel: '8' }, { Kolossia: '5', Griffel: '9' }]);
  for (const one of ['bedoemmelse', 'rangfoelge', 'referat']) await cast.open(TOWN[0], `${purchase}/${one}`);
  await cast.two(TOWN, purchase, 'purchase.award', { winner: 'Griffelkassen', reason: 'Bedste forhold mellem pris og kvalitet.', merits: 'Færre klik.', standstillDays: '0' });
  await cast.give(TOWN[0], purchase, 'purchase.letters');
  await cast.give(TOWN[1], purchase, 'purchase.sign', { from: '2027-03-01', to: '2031-02-28' });
});

chapter('everybody reads the outcome in the register, and the losing bidder in its letter', async () => {
  await place.work();
  const page = await cast.open('', `/udbud/ocds-story-${idOf(purchase)}`);
  const text = await mainText(page);
  for (const part of [TITLE, 'Griffelkassen ApS', '1.008.000']) assert.ok(text.includes(part), `${part} in ${text.slice(0, 2000)}`);
  assert.ok(!text.includes('Kolossia'));
  const letter = await cast.open(BIG, '/torv/leverandoer');
  await letter.locator('main a[href*="/brev/"]', { hasText: TITLE }).first().click();
  await cast.look(letter);
  for (const part of ['Griffelkassen ApS', 'Færre klik']) assert.ok((await mainText(letter)).includes(part), part);
  assert.deepEqual(cast.faults, []);
  assert.ok(cast.looked > 30, `${cast.looked} pages`);
});
