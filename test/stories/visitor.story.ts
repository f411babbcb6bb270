import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { axeViolations } from '../support/axe.ts';
import { DESKTOP, openBrowser, openPage, PHONE, runTorvet, startTorvet, temporaryFolder } from '../support/running.ts';
import { sharedFolder, without } from '../support/shared.ts';

const { folder, remove } = await temporaryFolder();
const torvet = await startTorvet(folder);
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await torvet.stop();
  await remove();
});

const noScript = { ...DESKTOP, javaScriptEnabled: false };

test('a newcomer without JavaScript finds a purchase with a misspelled word, reads it and goes on to its buyer', async () => {
  const page = await openPage(browser, noScript);
  await page.goto(torvet.address);
  assert.match(await page.title(), /Torvet/);
  await page.getByText('Fiktive data').first().waitFor();
  await page.getByRole('searchbox').first().fill('omsorgsjurnal');
  await page.getByRole('button', { name: 'Søg' }).first().click();
  assert.match(page.url(), /\/demo\/udbud\?q=omsorgsjurnal/);
  await page.locator('main').getByText('omsorgsjournal').first().waitFor();
  const [first] = await page.locator('main h2 a, main h3 a').all();
  assert.ok(first, 'the corrected search found nothing');
  const title = await first.innerText();
  await first.click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText('torvet-demo.jsonl').first().waitFor();
  await page.locator('main a[href*="/organisationer/"]').first().click();
  assert.match(page.url(), /\/demo\/organisationer\/DEMO-ORG-/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.context().close();
});

test('filters, sorting and the next page keep each other, and English is the same page in English', async () => {
  const page = await openPage(browser, noScript);
  await page.goto(`${torvet.address}/demo/udbud`);
  await page.getByLabel('Åbent for alle').first().check();
  await page.getByRole('button', { name: 'Vis resultater' }).click();
  assert.match(page.url(), /method=open/);
  await page.getByRole('link', { name: 'Ældste' }).click();
  assert.match(page.url(), /method=open.*sort=oldest|sort=oldest.*method=open/);
  await page.getByRole('link', { name: 'Næste side' }).click();
  assert.match(page.url(), /method=open/);
  assert.match(page.url(), /after=/);
  assert.ok(await page.getByLabel('Åbent for alle').first().isChecked());
  await page.getByRole('link', { name: 'English' }).click();
  assert.match(page.url(), /\/en\/demo\/udbud\?.*method=open/);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.context().close();
});

test('by keyboard alone: past the navigation, search, open the first result', async () => {
  const page = await openPage(browser, DESKTOP);
  await page.goto(`${torvet.address}/demo/udbud`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate('document.activeElement.id'), 'indhold', 'the skip link leads to the content');
  for (let step = 0; step < 20 && (await page.evaluate('document.activeElement.name')) !== 'q'; step += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('parkering');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=parkering/);
  await page.locator('main h2 a, main h3 a').first().focus();
  const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
  assert.notEqual(outline, 'none', 'the focus can be seen');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/udbud\/ocds-torvet-demo/);
  await page.context().close();
});

/** Pages and states, as paths below the world. */
async function statesOf(world: string): Promise<string[]> {
  const answer = await fetch(`${torvet.address}${world}/api/v1/processes?limit=100`);
  const { rows } = (await answer.json()) as { rows: { ocid: string; buyer: { key: string } | null; faultCount: number; stage: string }[] };
  const stages = new Map(rows.map((row) => [row.stage, row.ocid]));
  const faulty = rows.find(({ faultCount }) => faultCount > 0);
  const processes = [...stages.values(), ...(faulty ? [faulty.ocid] : [])].map((ocid) => `/udbud/${encodeURIComponent(ocid)}`);
  const notices: string[] = [];
  for (const ocid of [...stages.values()].slice(0, 2)) {
    const { releases } = (await (await fetch(`${torvet.address}${world}/api/v1/processes/${encodeURIComponent(ocid)}`)).json()) as { releases: { name: string }[] };
    notices.push(...releases.slice(0, 1).map(({ name }) => `/udbud/${encodeURIComponent(ocid)}/bekendtgoerelse/${encodeURIComponent(name)}`));
  }
  const buyers = rows.flatMap(({ buyer }) => buyer?.key ?? []).slice(0, 2).map((key) => `/organisationer/${encodeURIComponent(key)}`);
  return [
    '/', '/udbud', '/udbud?q=system&method=open&year=2024', '/udbud?q=omsorgsjurnal', '/udbud?q=xqzxqzxqz', '/udbud?sort=wrong', '/organisationer',
    '/organisationer?q=kommune&role=buyer', '/organisationer?q=xqzxqzxqz', '/om', '/was', '/daekning', '/daekning?source=ocds&year=1900', '/data', '/nothing-here', ...processes, ...notices, ...buyers,
  ];
}

async function lookAt(world: string): Promise<void> {
  const states = await statesOf(world);
  assert.ok(states.length >= 14, `only ${states.length} states`);
  const found: string[] = [];
  for (const options of [DESKTOP, PHONE]) {
    const page = await openPage(browser, options);
    const errors: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error' && !/status of 40[04]/.test(message.text())) errors.push(message.text()); });
    for (const [index, state] of states.entries()) {
      await page.goto(`${torvet.address}${index % 2 === 0 ? '' : '/en'}${world}${state}`);
      // What is folded is part of the page.
      await page.evaluate('document.querySelectorAll("details").forEach((fold) => { fold.open = true; })');
      found.push(...(await axeViolations(page)));
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      if (wide > 0) found.push(`${page.url()}: ${wide} px wider than the screen at ${options.viewport?.width ?? 0} px`);
    }
    found.push(...errors);
    await page.context().close();
  }
  assert.deepEqual(found, []);
}

test('axe finds nothing on any page and state of the demo world, and nothing is wider than the screen', async () => {
  await lookAt('/demo');
});

/** Pages that are made alike have addresses that differ in names only. */
function kindOf(place: string): string {
  return place.replace(/\/(udbud|organisationer)\/[^/]+/, '/$1/*').replace(/\/(bekendtgoerelse|releases)\/[^/]+/, '/$1/*');
}

test('every link on the pages leads somewhere', async () => {
  const waiting = ['/demo', '/en/demo'];
  const seen = new Set(waiting);
  const broken: string[] = [];
  let followed = 0;
  for (let next = waiting.shift(); next !== undefined && followed < 220; next = waiting.shift()) {
    followed += 1;
    const answer = await fetch(torvet.address + next);
    if (answer.status >= 400) broken.push(`${next}: ${answer.status}`);
    const html = answer.headers.get('content-type')?.startsWith('text/html') ? await answer.text() : '';
    for (const [, link = ''] of html.matchAll(/\s(?:href|src)="([^"#]*)/g)) {
      const url = URL.parse(link.replaceAll('&amp;', '&'), torvet.address + next);
      if (url?.origin !== torvet.address) continue;
      const place = url.pathname + url.search;
      // Each kind of page a few times is enough: the addresses of a kind are made in one place.
      const kind = kindOf(url.pathname);
      const alike = [...seen].filter((other) => kindOf(other.split('?')[0] ?? '') === kind).length;
      if (seen.has(place) || alike >= 12) continue;
      seen.add(place);
      waiting.push(place);
    }
  }
  assert.ok(followed > 60, `only ${followed} links were followed`);
  assert.deepEqual(broken, []);
});

test('real releases come in beside the running server and become what it shows', { skip: without('data', 'ocds', 'releases.jsonl') }, async () => {
  const file = path.join(sharedFolder, 'data/ocds/releases.jsonl');
  const { code, stdout } = await runTorvet(['import', file, '--json'], { TORVET_DATA: folder });
  const { seconds, ...counts } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, number>;
  assert.equal(code, 0);
  assert.ok(seconds !== undefined && seconds > 0);
  assert.deepEqual(counts, { files: 1, imported: 499, unchanged: 0, rejected: 0 });

  const page = await openPage(browser, noScript);
  await page.goto(torvet.address);
  await page.getByText('455').first().waitFor();
  assert.equal(await page.getByText('Fiktive data').count(), 0);
  await page.getByRole('searchbox').first().fill('transparencia legislativa');
  await page.getByRole('button', { name: 'Søg' }).first().click();
  await page.locator('main h2 a, main h3 a').first().click();
  await page.getByText('releases.jsonl').first().waitFor();
  const link = page.locator('a[href*="/releases/"]').first();
  const received = await (await fetch(torvet.address + (await link.getAttribute('href')))).text();
  assert.ok((await readFile(file, 'utf8')).includes(received), 'the download is what was received, to the letter');
  const hash = createHash('sha256').update(received).digest('hex');
  assert.match(await page.content(), new RegExp(hash.slice(0, 12)));
  await page.context().close();
});

test('axe finds nothing on the real releases either', { skip: without('data', 'ocds', 'releases.jsonl') }, async () => {
  await lookAt('');
});

test('the pages print without their navigation', async () => {
  const page = await openPage(browser, DESKTOP);
  await page.goto(`${torvet.address}/demo/udbud`);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.site-nav').first().isVisible(), false);
  assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
  await page.context().close();
});
