/** Somebody who runs a system asks whether it has competition or only members: from the menu to the rows, without a script, by mouse and by keyboard. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { pageFaults } from '../support/axe.ts';
import { DESKTOP, openBrowser, openPage, startTorvet, temporaryFolder, type Running } from '../support/running.ts';

const desk: BrowserContextOptions = { ...DESKTOP, javaScriptEnabled: false, acceptDownloads: true };

void describe('is there competition, or only members?', () => {
  let torvet: Running;
  let browser: Browser;
  const closers: (() => Promise<unknown>)[] = [];
  after(async () => { for (const close of closers.toReversed()) await close(); });

  before(async () => {
    const { folder, remove } = await temporaryFolder();
    closers.push(remove);
    torvet = await startTorvet(folder);
    closers.push(() => torvet.stop());
    browser = await openBrowser();
    closers.push(() => browser.close());
    // The analysis files are written after the start.
    for (let tries = 0; tries < 300; tries += 1) {
      if ((await fetch(`${torvet.address}/api/v1/competition?of=all`)).ok) return;
      await wait(500);
    }
    assert.fail('the figures never came');
  });

  test('from the menu to a system, its bidders and their file', async () => {
    const page = await openPage(browser, desk);
    await page.goto(torvet.address);
    await page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Konkurrence', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Konkurrence' }).waitFor();
    await page.locator('table').filter({ hasText: 'Har budt' }).first().getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /^Konkurrence: / }).waitFor();
    await page.getByText('Dynamisk indkøbssystem (DIS)', { exact: true }).waitFor();
    const headline = page.locator('.key-figure').first();
    assert.match(await headline.innerText(), /har budt og er navngivet/, 'those that bid come first');
    await page.locator('#data').locator('..').getByRole('link', { name: 'Navngivne bydere' }).click();
    await page.getByRole('heading', { level: 1, name: 'Navngivne bydere' }).waitFor();
    const rows = Number(/(\d+) rækker\./.exec(await page.locator('.page-head').innerText())?.[1]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV', exact: true }).click()]);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    assert.equal(lines.length - 1, rows, 'the file has as many rows as the page says');
    await page.context().close();
  });

  test('two fields side by side, chosen by keyboard and words', async () => {
    const page = await openPage(browser, desk);
    await page.goto(`${torvet.address}/konkurrence/felt/72`);
    await page.getByRole('link', { name: 'Sammenlign med et andet' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox').fill('48000000');
    await page.keyboard.press('Enter');
    await page.locator('#fundet').locator('..').getByRole('link').first().click();
    await page.getByRole('heading', { level: 2, name: 'Tal side om side' }).waitFor();
    assert.match(page.url(), /a=cpv%3A72&b=cpv%3A48/);
    await page.context().close();
  });

  test('every page fits a desk and a phone, and has no fault that a tool finds', async () => {
    const page = await openPage(browser, desk);
    await page.goto(`${torvet.address}/konkurrence`);
    const first = async (part: string): Promise<string> => await page.locator(`a[href*="/konkurrence/${part}/"]`).first().getAttribute('href') ?? assert.fail(part);
    const [agreement, buyer] = [await first('aftale'), await first('koeber')];
    await page.context().close();
    assert.deepEqual(await pageFaults(browser, torvet.address, [
      '/konkurrence', '/konkurrence', '/konkurrence/felt/72', agreement, buyer, '/konkurrence/sammenlign?a=cpv:72&b=cpv:48', '/konkurrence/raekker?of=cpv:72&figure=awards', '/konkurrence/vindere?of=cpv:72&years=each', '/konkurrence/metode',
    ]), []);
  });
});
