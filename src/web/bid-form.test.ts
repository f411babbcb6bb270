/** A bid from the form of the page to a receipt that anybody can check, in Chromium on a small screen; and the page without JavaScript. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { sql } from 'kysely';
import writeXlsxFile from 'write-excel-file/node';
import { unwrap } from '#base';
import { publishedKeys, intakeIn, verifyReceipt, type ReceiptFile } from '#intake';
import { catchUp, marketRoutes, openRevealed, WITHOUT_SCANNER } from '#market';
import type { Actor } from '#people';
import { axeViolations } from '../../test/support/axe.ts';
import { addIntake, bidServing, WHO } from '../../test/support/bid-site.ts';
import { bidding } from '../../test/support/opening.ts';
import { buying, withKey, type Buying, type Committee } from '../../test/support/purchases.ts';
import { openBrowser, openPage, PHONE } from '../../test/support/running.ts';
import { identityFile, readIdentity } from '#seal';
import { addAssets } from './assets.ts';
import { addErrors } from './errors.ts';
import { addForms } from './forms.ts';
import { addHeaders } from './headers.ts';
import { addScripts, scriptsOrNone } from './scripts.ts';

let own: Buying;
let record: string;
let app: FastifyInstance;
let address: string;
let browser: Browser;
let folder: string;
let bidder: Actor;
let colleague: Committee;

before(async () => {
  own = await buying();
  record = await bidding(own);
  bidder = own.suppliers[0] ?? assert.fail();
  colleague = await withKey(own.market, bidder);
  const serving = bidServing(own, [...own.suppliers, own.buyer, ...own.committee.map(({ person }) => person)], (request) => scriptsOrNone(request.log));
  app = Fastify({ routerOptions: { maxParamLength: 10_000 }, ajv: { customOptions: { removeAdditional: false, coerceTypes: false, keywords: ['form'], formats: { decimal: true, 'local-minute': true } } } });
  addHeaders(app, false);
  addErrors(app, (request) => serving.site(request));
  await addForms(app);
  addAssets(app);
  addScripts(app);
  await addIntake(app, own, serving);
  marketRoutes(app, serving, WITHOUT_SCANNER);
  await app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://localhost:${(app.server.address() as AddressInfo).port}`;
  browser = await openBrowser();
  folder = await mkdtemp(path.join(tmpdir(), 'torvet-bid-'));
});

after(async () => {
  await browser.close();
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

async function bidPage(options: object = {}): Promise<Page> {
  const page = await openPage(browser, { ...PHONE, extraHTTPHeaders: { [WHO]: bidder.user }, acceptDownloads: true, ...options });
  await page.goto(`${address}/torv/koeb/${record}/giv-tilbud`);
  return page;
}

const shot = async (page: Page, name: string): Promise<void> => {
  if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: path.join(process.env['SHOTS'], `${name}.png`), fullPage: true });
};

void test('a bid is written, sealed and submitted at 390 px; the receipt verifies, and the opening finds what was typed', { timeout: 120_000 }, async () => {
  const page = await bidPage();
  const status = page.locator('#status');
  assert.match(await status.innerText(), /IKKE AFGIVET/);
  assert.deepEqual(await axeViolations(page), []);
  assert.equal(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), 0);
  await shot(page, 'bid-empty');
  await page.click('#forsegl');
  await page.getByText('Krav 1 er ikke besvaret.').waitFor();
  assert.match(await page.locator('#mangler').innerText(), /Linje 1 mangler en pris/);
  await page.selectOption('[name="answers[0].answer"]', 'no');
  await page.selectOption('[name="answers[1].answer"]', 'yes-priced');
  await page.selectOption('[name="answers[1].line"]', '1');
  await page.fill('[name="answers[1].text"]', 'Øget drift <script>');
  await page.fill('[name="prices[0]"]', '1.250,50');
  assert.match(await page.locator('#sum').innerText(), /60\.024,00 kr\./);
  // Handed over as bytes: without a locale Chromium finds no file whose name has an ø.
  await page.setInputFiles('#bilag', { name: 'løsning.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(5 * 1024 * 1024, 7) });
  // A connection that fails costs time and nothing else.
  let failures = 0;
  await page.route('**/chunks/**', async (route) => { failures += 1; await (failures === 2 ? route.abort() : route.continue()); });
  await page.click('#forsegl');
  await page.getByText('IKKE AFGIVET endnu').waitFor({ timeout: 30_000 });
  assert.ok(failures >= 4, `a chunk was sent again: ${failures} were sent`);
  assert.match(await page.locator('#mangler').innerText(), /Mindstekrav 1 er ikke opfyldt/, 'told before it is sent');
  assert.match(await status.innerText(), /IKKE AFGIVET/);
  await page.selectOption('[name="answers[0].answer"]', 'yes');
  assert.ok(await page.locator('#afgiv').isDisabled(), 'what was sealed is not what stands there any more');
  let isFirst = true;
  await page.route('**/chunks/**', async (route) => {
    if (isFirst) {
      isFirst = false;
      await page.fill('[name="answers[1].text"]', 'Skrevet imens');
    }
    await route.fallback();
  });
  await page.click('#forsegl');
  await page.getByText('Du har ændret noget').waitFor({ timeout: 30_000 });
  assert.ok(await page.locator('#afgiv').isDisabled(), 'written while it was sealed');
  await page.fill('[name="answers[1].text"]', 'Øget drift <script>');
  await page.click('#forsegl');
  await page.getByText('IKKE AFGIVET endnu').waitFor({ timeout: 30_000 });
  await shot(page, 'bid-sealed');
  let submissions = 0;
  await page.route('**/submissions', async (route) => {
    submissions += 1;
    // The first answer is lost after the server has submitted the bid: the same key gets the same receipt.
    if (submissions > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.click('#afgiv');
  await page.locator('#kvittering a').first().waitFor({ timeout: 30_000 });
  assert.match(await status.innerText(), /^AFGIVET/);
  assert.equal(submissions, 2);
  await shot(page, 'bid-submitted');
  const file = await (await fetch(`${address}${await page.locator('#kvittering a').nth(1).getAttribute('href')}`, { headers: { [WHO]: bidder.user } })).json() as ReceiptFile;
  const [key] = await publishedKeys(intakeIn(own.market.db));
  const receipt = unwrap(verifyReceipt(file, key?.publicKey ?? ''));
  assert.deepEqual([receipt.verdict, receipt.supplier, receipt.bidVersion], ['submitted', bidder.organisation, 1]);
  assert.equal((await sql`select 1 from intake_submission where purchase = ${record}`.execute(own.market.db)).rows.length, 1);
  await page.reload();
  assert.match(await status.innerText(), /AFGIVET \(version 1\)/);
  await page.context().close();
});

void test('prices come out of the spreadsheet that was downloaded; a draft opens with the key of one’s own and with no other', { timeout: 60_000 }, async () => {
  const page = await bidPage();
  const sheet = Buffer.from(await (await fetch(`${address}/torv/koeb/${record}/giv-tilbud/prisliste.xlsx`, { headers: { [WHO]: bidder.user } })).arrayBuffer());
  const rows = await readSheet(sheet);
  assert.deepEqual(rows[1]?.slice(0, 4), ['1', 'Drift', 48, 'måned']);
  const filled = path.join(folder, 'priser.xlsx');
  await writeFile(filled, await writeXlsxFile([{ data: rows.map((row, at) => row.map((value, column) => (at === 1 && column === 4 ? { value: 99.5, type: Number } : value === null ? null : { value: String(value), type: String }))), sheet: 'Prisliste' }]).toBuffer());
  const sent: string[] = [];
  page.on('request', (request) => { if (request.method() !== 'GET') sent.push(request.url()); });
  await page.setInputFiles('#prisliste', filled);
  await page.getByText('Priserne er læst fra regnearket').waitFor();
  assert.equal(await page.inputValue('[name="prices[0]"]'), '99,50');
  assert.deepEqual(sent, [], 'the spreadsheet is read here');
  await page.fill('[name="answers[0].text"]', 'hemmeligt svar');
  await page.click('#gem');
  await page.getByText('En kladde er IKKE et tilbud.').waitFor();
  const { rows: [kept] } = await sql<{ content: Buffer }>`select content from market_bid_draft`.execute(own.market.db);
  assert.ok(kept !== undefined && !kept.content.includes('hemmeligt') && kept.content.includes('age-encryption.org'));
  const answer = await fetch(`${address}/torv/koeb/${record}/giv-tilbud/kladde`, { headers: { [WHO]: own.suppliers[1]?.user ?? '' } });
  assert.equal(answer.status, 404, 'another supplier has no draft');
  await page.reload();
  assert.equal(await page.inputValue('[name="answers[0].text"]'), '');
  const wrong = own.committee[0]?.identity ?? assert.fail();
  for (const [identity, said, text] of [[wrong, 'Nøglefilen åbner ikke kladden', ''], [colleague.identity, 'Kladden er hentet frem', 'hemmeligt svar']] as const) {
    await page.setInputFiles('#noeglefil', { name: 'noegle.key', mimeType: 'text/plain', buffer: Buffer.from(identityFile(identity)) });
    await page.click('#hent');
    await page.getByText(said).waitFor();
    assert.equal(await page.inputValue('[name="answers[0].text"]'), text);
  }
  await page.context().close();
});

void test('without JavaScript the page says how to seal elsewhere, with the command as it must be', async () => {
  const page = await bidPage({ javaScriptEnabled: false });
  assert.ok(await page.locator('#tilbud').isHidden());
  const command = await page.locator('.torv-command').innerText();
  for (const part of [`--purchase ${record}`, '--lot LOT-0001', `--supplier ${bidder.organisation}`, '--bid-version 2', '--key-set keyset.json']) assert.ok(command.includes(part), part);
  for (const [link, name] of [['Nøglesættet (JSON)', 'keySet'], ['Skabelonen (JSON)', 'template']] as const) {
    const got = await (await fetch(`${address}${await page.getByRole('link', { name: link }).getAttribute('href')}`, { headers: { [WHO]: bidder.user } })).json() as Readonly<Record<string, unknown>>;
    assert.equal(name === 'keySet' ? got['purchase'] : got['version'], name === 'keySet' ? record : 1);
  }
  await page.getByRole('link', { name: 'Send en forseglet fil' }).click();
  assert.equal(await page.locator('input[type=file]').count(), 1);
  await shot(page, 'bid-no-script');
  await page.context().close();
  for (const actor of [own.buyer.user, 'nobody']) assert.equal((await fetch(`${address}/torv/koeb/${record}/giv-tilbud`, { headers: { [WHO]: actor } })).ok, false, actor);
});

async function holderPage(holder: Committee, place: string): Promise<Page> {
  const page = await openPage(browser, { ...PHONE, extraHTTPHeaders: { [WHO]: holder.person.user }, acceptDownloads: true });
  await page.goto(`${address}/torv/koeb/${record}/${place}`);
  return page;
}

const keyOf = ({ identity }: Committee): { name: string; mimeType: string; buffer: Buffer } => ({ name: 'noegle.key', mimeType: 'text/plain', buffer: Buffer.from(identityFile(identity)) });

void test('holders show that their keys work, then open on their own machines; the opening finds what was typed', { timeout: 120_000 }, async () => {
  const [first, second] = own.committee;
  assert.ok(first !== undefined && second !== undefined);
  own.market.clock.set('2026-12-20T11:00:00.001Z');
  await catchUp(own.market);
  const proof = await holderPage(first, 'noegle');
  assert.deepEqual(await axeViolations(proof), []);
  await proof.setInputFiles('#noeglefil', keyOf(second));
  await proof.getByText('Filen åbner ikke prøven').waitFor();
  await proof.setInputFiles('#noeglefil', keyOf(first));
  await proof.getByText('Nøglen åbner prøven').waitFor();
  await shot(proof, 'key');
  await Promise.all([proof.waitForURL(/gjort=purchase\.prove-key/), proof.getByRole('button', { name: 'Send svaret' }).click()]);
  await proof.goto(`${address}/torv/koeb/${record}/noegle`);
  await proof.getByText('Der er ikke bedt om noget lige nu').waitFor();
  await proof.context().close();
  own.market.clock.set('2026-12-21T11:01:00.001Z');
  await catchUp(own.market);
  const pages: Page[] = [];
  for (const holder of [first, second]) {
    await own.market.do(holder.person, 'purchase.declare', { conflict: false }, record);
    const page = await holderPage(holder, 'aabning');
    pages.push(page);
    if (holder === first) {
      await page.setInputFiles('#noeglefil', keyOf(second));
      await page.click('#dele-knap');
      await page.getByText('Nøglen er ikke den, du blev udpeget med').waitFor();
    }
    await page.setInputFiles('#noeglefil', keyOf(holder));
    await page.click('#dele-knap');
    await page.getByText('Dine dele er dekrypteret her').waitFor();
    if (holder === first) await shot(page, 'opening-commit');
    assert.deepEqual(await axeViolations(page), []);
    await Promise.all([page.waitForURL(/gjort=opening\.commit/), page.getByRole('button', { name: 'Bind dig til dine dele' }).click()]);
  }
  for (const [at, holder] of [first, second].entries()) {
    const page = pages[at] ?? assert.fail();
    await page.goto(`${address}/torv/koeb/${record}/aabning`);
    await page.setInputFiles('#noeglefil', keyOf(holder));
    await page.click('#dele-knap');
    await page.getByText('Listen er udfyldt').waitFor();
    await Promise.all([page.waitForURL(/gjort=opening\.reveal/), page.getByRole('button', { name: 'Læg delene frem' }).click()]);
  }
  assert.equal(await openRevealed(own.market), 1);
  const { rows } = await sql<{ document: Readonly<Record<string, unknown>> }>`select document from market_opened_bid where record = ${record}`.execute(own.market.db);
  const [{ document } = assert.fail()] = rows;
  assert.deepEqual(document['prices'], { 1: '1250.50' });
  assert.deepEqual(document['answers'], [{ requirement: '1', answer: 'yes', text: '' }, { requirement: '2', answer: 'yes-priced', text: 'Øget drift <script>', line: '1' }]);
  const page = pages[0] ?? assert.fail();
  await page.goto(`${address}/torv/koeb/${record}/aabning`);
  await page.getByRole('heading', { name: 'Protokol for åbningen' }).waitFor();
  assert.match(await page.locator('main').innerText(), /Leverandør A ApS[\s\S]*60\.024\s+kr\./);
  assert.deepEqual(await axeViolations(page), []);
  await shot(page, 'opening-record');
  const link = await page.getByRole('link', { name: 'løsning.pdf' }).getAttribute('href') ?? '';
  const ask = (actor: Actor | null) => fetch(`${address}${link}`, { headers: { [WHO]: actor?.user ?? '' } });
  for (const reader of [own.buyer, bidder]) {
    const file = await ask(reader);
    assert.deepEqual([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')?.startsWith('attachment')], [200, 'application/octet-stream', true]);
    assert.ok(Buffer.from(await file.arrayBuffer()).equals(Buffer.alloc(5 * 1024 * 1024, 7)));
  }
  for (const stranger of [own.suppliers[1] ?? null, null]) assert.equal((await ask(stranger)).status, 404);
  for (const one of pages) await one.context().close();
});

void test('a key is made in the browser: the file that is saved opens what is encrypted for the field', async () => {
  const page = await openPage(browser, PHONE);
  const script = (await scriptsOrNone(app.log)).get('market/key');
  assert.ok(script !== undefined);
  await page.route('**/konto', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><input id="recipient"><button hidden data-make-key="recipient" data-made="Lavet">Lav</button><script type="module" src="${script.src}"></script>` }));
  await page.goto(`${address}/konto`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lav' }).click()]);
  await page.getByText('Lavet').waitFor();
  const saved = unwrap(await readIdentity(await readFile(await download.path(), 'utf8')));
  assert.equal(saved.recipient, await page.inputValue('#recipient'));
  await page.context().close();
});
