/** The three whom the register is for, each with a question, and the real notices to answer it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { pageFaults } from '../support/axe.ts';
import { DESKTOP, openBrowser, openPage, runTorvet, startTorvet, temporaryFolder, type Running } from '../support/running.ts';
import { sharedFolder, without } from '../support/shared.ts';

const FILES = ['data/notices/sample', 'data/eforms-norway', 'data/ocds/releases.jsonl'];
const noScript = { ...DESKTOP, javaScriptEnabled: false, acceptDownloads: true };

describe('who bought what from whom', { skip: FILES.map((name) => without(...name.split('/'))).find((missing) => missing !== false) ?? false }, () => {
  let torvet: Running;
  let browser: Browser;
  const closers: (() => Promise<unknown>)[] = [];
  after(async () => { for (const close of closers.toReversed()) await close(); });

  before(async () => {
    const { folder, remove } = await temporaryFolder();
    closers.push(remove);
    torvet = await startTorvet(folder, { TORVET_DEMO: 'no' });
    closers.push(() => torvet.stop());
    browser = await openBrowser();
    closers.push(() => browser.close());
    const { code, stderr } = await runTorvet(['import', ...FILES.map((name) => path.join(sharedFolder, name))], { TORVET_DATA: folder });
    assert.equal(code, 0, stderr);
  });

  test('the journalist: what does this municipality buy, and how? From the map to the notice and its reason', async () => {
    const page = await openPage(browser, noScript);
    await page.goto(torvet.address);
    await page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Kommuner', exact: true }).click();
    await page.getByText('aldrig det samme som nul').first().waitFor();
    await page.locator('main').getByRole('link', { name: 'Randers', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Randers Kommune' }).waitFor();
    await page.getByRole('heading', { name: 'Hvordan der købes' }).waitFor();
    // The figure leads to what it counts.
    const share = page.locator('.key-figures a', { hasText: 'uden forudgående bekendtgørelse' });
    assert.match(await share.innerText(), /100\s%[^]*1 af 1/);
    await share.click();
    assert.match(page.url(), /call=without/);
    await page.locator('main h3 a').first().click();
    await page.getByText('EWII Energi A/S').first().waitFor();
    await page.getByRole('link', { name: 'Profylaksebekendtgørelse' }).first().click();
    await page.getByText('Køberens egne ord').first().waitFor();
    await page.context().close();
  });

  test('the journalist: what was bought without a call for competition, and why? The list, the reasons, the file', async () => {
    const page = await openPage(browser, noScript);
    await page.goto(torvet.address);
    await page.getByRole('navigation', { name: 'Gå direkte til' }).getByRole('link', { name: 'Købt uden udbud' }).click();
    await page.getByLabel('Danmark', { exact: false }).first().check();
    await page.getByRole('button', { name: 'Vis resultater' }).click();
    assert.match(page.url(), /\/uden-udbud\?.*country=DK/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^CSV$/ }).click()]);
    const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    const { total } = (await (await fetch(`${torvet.address}/api/v1/processes?country=DK&call=without`)).json()) as { total: number };
    assert.ok(total > 5);
    assert.ok(rows.length >= total + 1, 'one row for each, and the headings');
    assert.match(rows[0] ?? '', /^ocid,.*licence$/);
    assert.match(rows[1] ?? '', /creativecommons\.org/);
    await page.context().close();
  });

  test('the buyer: what ends soon, and what did others do? Contracts by their end, compared with another', async () => {
    const page = await openPage(browser, noScript);
    await page.goto(torvet.address);
    await page.getByRole('navigation', { name: 'Gå direkte til' }).getByRole('link', { name: 'Hvad udløber snart?' }).click();
    await page.getByText(/Udløb er kendt for \d/).first().waitFor();
    await page.getByRole('link', { name: /^Alle/ }).click();
    assert.match(page.url(), /ends=any/);
    await page.getByRole('navigation').getByRole('link', { name: 'Marked', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Leverandører', exact: true }).waitFor();
    await page.goto(`${torvet.address}/sammenlign`);
    await page.locator('main').getByRole('searchbox').first().fill('Energinet');
    await page.locator('main').getByRole('searchbox').nth(1).fill('Region Nordjylland');
    await page.locator('main').getByRole('button').first().click();
    // Several carry the first name: the page asks, and keeps what was clear.
    await page.getByRole('heading', { name: 'Hvad menes der med "Energinet"?' }).waitFor();
    await page.locator('main').getByRole('link', { name: 'Energinet', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /Energinet.*Region Nordjylland/ }).waitFor();
    assert.match(page.url(), /a=.*&b=DK-CVR-29190941/);
    await page.context().close();
  });

  test('the niche supplier: who lives off this field, and how do I follow it? A field by its name, its buyers, its feed', async () => {
    const page = await openPage(browser, noScript);
    await page.goto(torvet.address);
    await page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Markeder', exact: true }).click();
    await page.getByRole('searchbox').first().fill('it-tjenester');
    await page.getByRole('button', { name: 'Søg' }).first().click();
    await page.getByRole('link', { name: /^It-tjenester: rådgivning.*72000000/ }).click();
    assert.match(page.url(), /cpv=72$/);
    await page.getByRole('heading', { level: 1, name: /^It-tjenester/ }).waitFor();
    for (const heading of ['Områder', 'Købere', 'Leverandører', 'Nye leverandører']) await page.getByRole('heading', { level: 2, name: heading, exact: true }).waitFor();
    const figure = page.locator('.key-figures a', { hasText: 'forløb' }).first();
    const shown = (await figure.locator('strong').innerText()).replaceAll('.', '');
    await figure.click();
    await page.getByRole('heading', { name: new RegExp(`^${shown} forløb`) }).waitFor();
    const feed = await page.getByRole('link', { name: /Atom/ }).first().getAttribute('href');
    const answer = await fetch(torvet.address + feed);
    assert.match(answer.headers.get('content-type') ?? '', /atom\+xml/);
    assert.equal((await answer.text()).match(/<entry>/g)?.length, Math.min(50, Number(shown)));
    await page.context().close();
  });

  test('axe finds nothing on these pages, and nothing is wider than the screen', async () => {
    const buyers = (await (await fetch(`${torvet.address}/api/v1/organisations?role=buyer&limit=1`)).json()) as { rows: { key: string }[] };
    const key = encodeURIComponent(buyers.rows[0]?.key ?? '');
    const places = [
      '/', '/marked', '/marked?cpv=72&q=system', '/marked?q=xqzxqzxqz', `/organisationer/${key}`, '/kommuner', '/kommuner?figure=single', '/kontrakter?ends=any', '/aendringer', '/uden-udbud',
      '/rammer', `/sammenlign?a=${key}&b=cpv%3A72`, '/sammenlign', '/catalog', '/api', '/data',
    ];
    assert.deepEqual(await pageFaults(browser, torvet.address, places), []);
  });
});
