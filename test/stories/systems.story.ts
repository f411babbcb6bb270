/** A system before it is bought, a draft of a request and the counted grounds, as a reader without JavaScript meets them. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { pageFaults } from '../support/axe.ts';
import { DESKTOP, openBrowser, openPage, PHONE, runTorvet, startTorvet, temporaryFolder, type Running } from '../support/running.ts';

const NOTICE = {
  ocid: 'ocds-x-1', id: '1', date: '2025-01-02T03:04:05Z', tag: ['award'], initiationType: 'tender', buyer: { id: 'b', name: 'Vejle Kommune' },
  parties: [{ id: 'b', name: 'Vejle Kommune', roles: ['buyer'], address: { countryName: 'Danmark' } }],
  tender: { id: 't', title: 'Drift af KMD Opera', procurementMethod: 'open', procurementMethodDetails: 'Open', documents: [{ id: '1', title: 'Udbudsbetingelser', url: 'https://example.org/vilkaar' }] },
  awards: [{ id: 'a', status: 'active' }], contracts: [{ id: 'c', awardID: 'a', status: 'active', period: { endDate: '2027-03-01T00:00:00Z' }, value: { amount: 5000000, currency: 'DKK' } }],
};
const soon = Temporal.Now.plainDateISO().add({ months: 6 }).toString();
const LIST = `municipality,system,supplier,from,to,amount,currency,basis,source\nVejle,KMD Opera,KMD,2020-01-01,${soon},300000,DKK,year,https://example.org/vejle\nOdense,Lønsys,Firma,2020-01-01,,9,EUR,,et brev\n`;

describe('before somebody buys', () => {
  let torvet: Running;
  let browser: Browser;
  const closers: (() => Promise<unknown>)[] = [];
  after(async () => { for (const close of closers.toReversed()) await close(); });

  before(async () => {
    const { folder, remove } = await temporaryFolder();
    closers.push(remove);
    const [notice, list] = [path.join(folder, 'one.jsonl'), path.join(folder, 'liste.csv')];
    await writeFile(notice, `${JSON.stringify(NOTICE)}\n`);
    await writeFile(list, LIST);
    for (const command of [['import', notice], ['import', 'holdings', list]]) {
      const { code, stderr } = await runTorvet(command, { TORVET_DATA: folder });
      assert.equal(code, 0, stderr);
    }
    torvet = await startTorvet(folder);
    closers.push(() => torvet.stop());
    browser = await openBrowser();
    closers.push(() => browser.close());
  });

  for (const [device, options] of [['desktop', DESKTOP], ['a phone', PHONE]] as const) {
    test(`a search for a known system leads to who has it, what it cost and what ends, on ${device}`, async () => {
      const page = await openPage(browser, { ...options, javaScriptEnabled: false });
      await page.goto(`${torvet.address}/udbud?q=kmd+opera`);
      await page.getByRole('link', { name: 'Før I køber KMD Opera' }).click();
      await page.getByRole('heading', { level: 1, name: 'KMD Opera: før I køber' }).waitFor();
      for (const text of ['Fra 300.000 kr. til 475.000 kr. (n = 2)', 'Kun 2 beløb', 'Ét beløb (n = 1)']) await page.getByText(text).first().waitFor();
      assert.equal(await page.getByRole('link', { name: 'Udbudsbetingelser' }).getAttribute('href'), 'https://example.org/vilkaar');
      await page.getByRole('table', { name: 'Kontrakter, der udløber inden for 18 måneder' }).getByText('Vejle').first().waitFor();
      await page.getByRole('link', { name: 'Er det et tilkøb til noget, I har?' }).click();
      await page.waitForURL(/er-det-et-tilkoeb\?what=KMD\+Opera/);
      await page.context().close();
    });
  }

  test('an overview leads to a draft for a municipality of which nothing is known, and its text can be taken home', async () => {
    const page = await openPage(browser, DESKTOP);
    await page.goto(`${torvet.address}/overblik/kmd-opera`);
    await page.locator('main summary').filter({ hasText: 'Ikke kendt' }).first().click();
    await page.locator('a[href$="/aktindsigt/aeroe"]').first().click();
    await page.getByRole('heading', { level: 1, name: 'Bed Ærø Kommune om aktindsigt' }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Ren tekst (TXT)' }).click()]);
    assert.equal(download.suggestedFilename(), 'aktindsigt-kmd-opera-aeroe.txt');
    assert.equal((await page.locator('.request-text').first().innerText()).trimEnd(), (await readFile(await download.path(), 'utf8')).trimEnd());
    await page.context().close();
  });

  test('a number of the grounds opens to its claims', async () => {
    const page = await openPage(browser, { ...DESKTOP, javaScriptEnabled: false });
    await page.goto(`${torvet.address}/overblik`);
    await page.getByRole('link', { name: 'Begrundelser talt over alle overblik' }).click();
    await page.getByRole('link', { name: '1: Der er kun få leverandører', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Udsagnene (1)' }).waitFor();
    await page.locator('#krav ~ ul').getByText('Nyborg: Der er kun få leverandører.').waitFor();
    await page.context().close();
  });

  test('axe finds nothing, and nothing is wider than the screen', async () => {
    assert.deepEqual(await pageFaults(browser, torvet.address, [
      '/systemer', '/systemer', '/systemer/kmd-opera', '/systemer/kmd-opera', '/systemer/kmd-opus', '/systemer/loensys', '/overblik', '/overblik/begrundelser', '/overblik/begrundelser', '/overblik/begrundelser?ground=few-suppliers', '/overblik/kmd-opera',
      '/overblik/kmd-opera/aktindsigt/aeroe', '/overblik/kmd-opera/aktindsigt/aeroe', '/udbud?q=kmd+opera', '/udbud?q=kmd+opera',
    ]), []);
  });
});
