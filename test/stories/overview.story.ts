import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { axeViolations, pageFaults } from '../support/axe.ts';
import { DESKTOP, openBrowser, openPage, PHONE, runTorvet, startTorvet, temporaryFolder, type Running } from '../support/running.ts';

/** A purchase that names the system, so that the register has data and the overview a notice. */
const RELEASE = {
  ocid: 'story-1', id: '1', date: '2024-05-01T10:00:00Z', tag: ['tender'], initiationType: 'tender', buyer: { id: 'b', name: 'Vejle Kommune' },
  parties: [{ id: 'b', name: 'Vejle Kommune', roles: ['buyer'], address: { countryName: 'Danmark' } }],
  tender: { id: 't', title: 'Drift af KMD Opera', procurementMethod: 'open', procurementMethodDetails: 'Open' },
};

describe('overviews', () => {
  let torvet: Running;
  let browser: Browser;
  let data = '';
  const closers: (() => Promise<unknown>)[] = [];
  after(async () => { for (const close of closers.toReversed()) await close(); });

  before(async () => {
    const { folder, remove } = await temporaryFolder();
    data = folder;
    closers.push(remove);
    torvet = await startTorvet(folder);
    closers.push(() => torvet.stop());
    browser = await openBrowser();
    closers.push(() => browser.close());
    const file = path.join(folder, 'one.jsonl');
    await writeFile(file, `${JSON.stringify(RELEASE)}\n`);
    const { code, stderr } = await runTorvet(['import', file], { TORVET_DATA: folder });
    assert.equal(code, 0, stderr);
  });

  for (const [device, options] of [['desktop', DESKTOP], ['a phone', PHONE]] as const) {
    test(`a reader without JavaScript goes from the map to a reason with its reply and outcome, and to its source, on ${device}`, async () => {
      const page = await openPage(browser, { ...options, javaScriptEnabled: false });
      await page.goto(`${torvet.address}/overblik`);
      await page.getByRole('link', { name: /^KMD Opera/ }).click();
      await page.getByRole('link', { name: 'Nyborg: Uden udbud' }).click();
      const fold = page.locator('details.case-fold', { hasText: 'Nyborg' });
      await fold.getByText('Der var kun to systemer på markedet').waitFor();
      const parts = await fold.locator('.case-part').evaluateAll((all) => all.map((part) => ({ size: getComputedStyle(part).fontSize, top: part.getBoundingClientRect().top })));
      assert.equal(new Set(parts.map(({ size }) => size)).size, 1, 'reason, test, reply and outcome are in one size');
      assert.equal(new Set(parts.slice(1).map(({ top }) => top)).size, options === PHONE ? 4 : 1, 'beside each other where there is room');
      await fold.getByRole('link', { name: 'Siden om Nyborg alene' }).click();
      await page.getByRole('heading', { level: 1, name: 'Nyborg' }).waitFor();
      await page.getByRole('link', { name: 'DK Nyt' }).click();
      assert.match(page.url(), /#kilde-dknyt-ingen-sag$/);
      await page.getByRole('link', { name: 'Hele overblikket' }).click();
      await page.getByRole('navigation', { name: 'Vis kun' }).getByRole('link', { name: 'Udbudt' }).click();
      await page.getByRole('status').getByText('Viser 1 kommuner').waitFor();
      assert.ok(await page.getByRole('rowheader', { name: 'Vejle' }).isVisible());
      await page.context().close();
    });
  }

  test('pages are clean for axe and as wide as the screen, the version to frame and the file on a disk too', async () => {
    const out = path.join(data, 'out');
    const { code, stdout, stderr } = await runTorvet(['overview', 'export', 'kmd-opus', out], { TORVET_DATA: data });
    assert.equal(code, 0, stderr);
    assert.equal(stdout.trim().split('\n').length, 4);
    const places = ['/overblik/kmd-opera', '/overblik/kmd-opus', '/overblik/kmd-opus/indlejret', '/overblik/kmd-prices', '/overblik/kmd-opera/nyborg', '/overblik/kmd-opera/aeroe', '/overblik/ski-0219', '/overblik/kmd-prices/indlejret'];
    assert.deepEqual(await pageFaults(browser, torvet.address, places), []);
    const page = await openPage(browser, PHONE);
    await page.goto(`file://${path.join(out, 'index.html')}`);
    await page.getByRole('heading', { level: 1, name: /^KMD Opus/ }).waitFor();
    assert.deepEqual(await axeViolations(page), []);
    assert.equal(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'), 0);
    await page.context().close();
  });

  test('another page may frame the small version, and no other', async () => {
    const page = await openPage(browser, DESKTOP);
    // A page of another origin, served as other pages are: the policy speaks of nothing that was not fetched.
    const around = createServer((_request, reply) => reply.setHeader('content-type', 'text/html; charset=utf-8').end(`<title>En anden side</title><iframe id="small" src="${torvet.address}/overblik/kmd-opera/indlejret" width="900" height="900"></iframe><iframe id="whole" src="${torvet.address}/overblik/kmd-opera" width="900" height="900"></iframe>`)).listen(0, '127.0.0.1');
    closers.push(async () => {
      around.close();
      around.closeAllConnections();
    });
    await once(around, 'listening');
    await page.goto(`http://127.0.0.1:${(around.address() as AddressInfo).port}/`);
    const small = page.frameLocator('#small');
    await small.getByRole('heading', { level: 1, name: /^KMD Opera/ }).waitFor();
    assert.equal(await small.locator('main').evaluate((main) => getComputedStyle(main).paddingTop), '16px', 'its own style holds');
    assert.equal(await page.frameLocator('#whole').getByRole('heading', { level: 1, name: /^KMD Opera/ }).count(), 0);
    await page.context().close();
  });

  test('an unknown overview, and a folder that cannot be written, are told by the command', async () => {
    const [unknown, blocked] = [await runTorvet(['overview', 'export', 'findes-ikke', path.join(data, 'x')], { TORVET_DATA: data }), await runTorvet(['overview', 'export', 'kmd-opera', path.join(data, 'one.jsonl')], { TORVET_DATA: data })];
    assert.deepEqual([unknown.code, blocked.code], [2, 2]);
    assert.match(unknown.stderr, /There is no overview called "findes-ikke"[\s\S]*There are: .*kmd-opera/);
    assert.match(blocked.stderr, /one\.jsonl.* cannot be written/);
  });
});
