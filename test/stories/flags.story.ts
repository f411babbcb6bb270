import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { pageFaults } from '../support/axe.ts';
import { DESKTOP, openBrowser, openPage, PHONE, runTorvet, startTorvet, temporaryFolder, type Running } from '../support/running.ts';

interface Indicators { readonly run: object | null; readonly indicators: readonly { readonly code: string; readonly title: { readonly da: string }; readonly flagged: number; readonly clear: number; readonly notAssessed: number }[] }
interface Flags { readonly total: number; readonly rows: readonly { readonly indicator: string; readonly ocid: string; readonly title: string; readonly buyer: { readonly key: string; readonly name: string } | null }[] }

describe('points of attention', () => {
  let torvet: Running;
  let browser: Browser;
  let data = '';
  let told: Indicators;
  let code = '';
  let first: Flags['rows'][number];
  const closers: (() => Promise<unknown>)[] = [];
  after(async () => { for (const close of closers.toReversed()) await close(); });

  const json = async <Answer>(place: string): Promise<Answer> => (await (await fetch(torvet.address + place)).json()) as Answer;

  before(async () => {
    const { folder, remove } = await temporaryFolder();
    data = folder;
    closers.push(remove);
    // Before the server, which has it done by a process that gives way to all others.
    const rebuilt = await runTorvet(['register', 'rebuild', '--analysis', '--when-behind', '--demo'], { TORVET_DATA: folder });
    assert.equal(rebuilt.code, 0, rebuilt.stderr);
    torvet = await startTorvet(folder);
    closers.push(() => torvet.stop());
    browser = await openBrowser();
    closers.push(() => browser.close());
    told = await json<Indicators>('/demo/api/v1/flags/indicators');
    assert.ok(told.run !== null, 'the indicators were asked');
    code = told.indicators.toSorted((one, other) => other.flagged - one.flagged)[0]?.code ?? '';
    const { rows } = await json<Flags>(`/demo/api/v1/flags?indicator=${code}`);
    first = rows[0] ?? assert.fail('the demo world holds a purchase with a point');
  });

  for (const [device, options] of [['desktop', DESKTOP], ['a phone', PHONE]] as const) {
    test(`a reader without JavaScript finds a point, its explanations and the rows it rests on, on ${device}`, async () => {
      const page = await openPage(browser, { ...options, javaScriptEnabled: false });
      await page.goto(`${torvet.address}/demo`);
      await page.getByRole('navigation').getByRole('link', { name: 'Opmærksomhed' }).click();
      await page.getByText('Et opmærksomhedspunkt er ikke en anklage').waitFor();
      const { title, flagged } = told.indicators.find((one) => one.code === code) ?? assert.fail();
      await page.getByRole('link', { name: title.da, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: title.da }).waitFor();
      for (const name of ['Uskyldige forklaringer', 'Sådan kan det kontrolleres', 'Hvor meget kunne vurderes', 'Definition og metode']) assert.ok(await page.getByRole('heading', { level: 2, name }).isVisible(), name);
      await page.getByRole('status').getByText(`${flagged} punkt`).waitFor();
      await page.getByLabel('År', { exact: true }).selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Vis resultater' }).click();
      await page.waitForURL(/year=\d{4}/);
      await page.getByRole('link', { name: 'Ryd alle filtre' }).click();
      const fold = page.locator('details.flag-evidence').first();
      assert.equal(await fold.getByRole('link', { name: 'Forløbet' }).first().isVisible(), false);
      await fold.locator('summary').first().click();
      await fold.getByRole('link', { name: 'Forløbet' }).first().click();
      await page.waitForURL(/\/demo\/udbud\//);
      await page.getByRole('navigation', { name: 'På denne side' }).getByRole('link', { name: 'Opmærksomhedspunkter' }).click();
      await page.getByText('Uskyldige forklaringer:').first().waitFor();
      await page.context().close();
    });
  }

  test('the buyer has them on its page, and the list can be taken home', async () => {
    const page = await openPage(browser, DESKTOP);
    assert.ok(first.buyer);
    await page.goto(`${torvet.address}/demo/organisationer/${encodeURIComponent(first.buyer.key)}#opmaerksomhed`);
    await page.getByText('De nyeste punkter, hvor organisationen er køber eller leverandør').waitFor();
    await page.goto(`${torvet.address}/demo/opmaerksomhed/${code}`);
    const file = await page.locator('.downloads a[href*=".csv"]').nth(1).getAttribute('href');
    const csv = await (await fetch(torvet.address + file)).text();
    assert.ok(csv.startsWith('indicator,') && csv.includes(first.ocid), csv.slice(0, 200));
    await page.context().close();
  });

  test('axe finds nothing, and nothing is wider than the screen', async () => {
    const [{ key } = assert.fail()] = first.buyer === null ? [] : [first.buyer];
    assert.deepEqual(await pageFaults(browser, torvet.address, [
      '/demo/opmaerksomhed', '/demo/opmaerksomhed', ...told.indicators.map((one) => `/demo/opmaerksomhed/${one.code}`), '/demo/opmaerksomhed/punkter', `/demo/opmaerksomhed/punkter?organisation=${encodeURIComponent(key)}`,
      `/demo/udbud/${encodeURIComponent(first.ocid)}`, `/demo/organisationer/${encodeURIComponent(key)}`, '/demo/opmaerksomhed/punkter?year=1999',
    ]), []);
  });

  test('the command line gives the same numbers, and explains a purchase by the address of its page', async () => {
    const { code: exit, stdout, stderr } = await runTorvet(['flags', '--on', 'demo', '--json'], { TORVET_DATA: data });
    assert.equal(exit, 0, stderr);
    const { indicators } = JSON.parse(stdout) as { indicators: Indicators['indicators'] };
    assert.deepEqual(indicators.map((one) => [one.code, one.flagged, one.clear, one.notAssessed]), told.indicators.map((one) => [one.code, one.flagged, one.clear, one.notAssessed]));
    const explained = await runTorvet(['flags', '--on', 'demo', '--explain', first.ocid, '--lang', 'en'], { TORVET_DATA: data });
    assert.match(explained.stdout, new RegExp(`^${code} .*: POINT$`, 'm'));
    assert.match(explained.stdout, /\/demo\/udbud\/.*Rule: .*Sources:.*Innocent explanations: /s);
    const unknown = await runTorvet(['flags', '--on', 'demo', '--explain', 'nobody-knows-this'], { TORVET_DATA: data });
    assert.deepEqual([unknown.code, unknown.stdout], [2, '']);
  });
});
