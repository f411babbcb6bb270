import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { pageFaults } from '../support/axe.ts';
import { DESKTOP, openBrowser, openPage, runTorvet, startTorvet, temporaryFolder, type Running } from '../support/running.ts';
import { sharedFolder, without } from '../support/shared.ts';

const FOLDERS = ['data/notices/sample', 'data/eforms-norway'];
const noScript = { ...DESKTOP, javaScriptEnabled: false };

/** Publication numbers: a plan, one that shortens, one that calls, of a profile; calls, one of them of a DIS; contests; an ex-ante notice; awards; a change; odd figures. */
const NOTICES = [
  '62636-2017', '65191-2018', '67685-2018', '172881-2022', '10233-2021', '17921-2022', '437260-2019', '354625-2021', '258988-2016', '83278-2022', '29228-2021', '349250-2017', '29568-2018', '320346-2020',
];
/** Whatever process a notice belongs to, its number leads to it. */
const noticePlace = (number: string): string => `/udbud/x/bekendtgoerelse/${number}`;

describe('notices as they were published', { skip: without(...(FOLDERS[0] ?? '').split('/')) || without(...(FOLDERS[1] ?? '').split('/')) }, () => {
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
    const { code, stderr } = await runTorvet(['import', ...FOLDERS.map((name) => path.join(sharedFolder, name))], { TORVET_DATA: folder });
    assert.equal(code, 0, stderr);
  });

  async function json<Answer>(place: string): Promise<Answer> {
    return (await (await fetch(torvet.address + place)).json()) as Answer;
  }

  test('a reader without JavaScript goes from a purchase to its notice, and takes the original home', async () => {
    const page = await openPage(browser, noScript);
    await page.goto(`${torvet.address}/udbud?q=Electronic+Warfare`);
    await page.locator('main h2 a, main h3 a').first().click();
    await page.getByRole('link', { name: 'Profylaksebekendtgørelse' }).click();
    await page.getByText('Udbud med forhandling uden forudgående bekendtgørelse').first().waitFor();
    await page.getByText('Køberens egne ord').first().waitFor();
    await page.getByText('Terma A/S').first().waitFor();
    const file = await page.getByRole('link', { name: 'Den originale fil (XML)' }).getAttribute('href');
    const bytes = Buffer.from(await (await fetch(torvet.address + file)).arrayBuffer());
    assert.match(await page.content(), new RegExp(createHash('sha256').update(bytes).digest('hex')), 'the fingerprint is that of the file, which names nobody');
    await page.getByRole('navigation', { name: 'På denne side' }).getByRole('link', { name: 'Hele forløbet' }).click();
    await page.getByText('Forløb og kilder').first().waitFor();
    await page.context().close();
  });

  test('the coverage is a click from the figures of the front page, and narrows by a choice with the keyboard', async () => {
    const page = await openPage(browser, DESKTOP);
    await page.goto(torvet.address);
    await page.getByRole('link', { name: 'Hvad tallene bygger på' }).click();
    await page.getByRole('heading', { level: 1, name: 'Hvad registret rummer' }).waitFor();
    await page.getByText('198', { exact: true }).first().waitFor();
    await page.getByLabel('Land', { exact: true }).focus();
    await page.keyboard.type('Norge');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Vis resultater' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/country=NO/);
    assert.equal(await page.getByLabel('Land', { exact: true }).inputValue(), 'NO');
    const { fields } = await json<{ fields: { field: string; asked: number; filled: number }[] }>('/api/v1/coverage?country=NO');
    const title = fields.find(({ field }) => field === 'title');
    assert.ok(title !== undefined && title.asked >= 36);
    await page.getByText(`${title.filled} af ${title.asked}`).first().waitFor();
    await page.getByRole('link', { name: 'Ryd alle filtre' }).click();
    await page.getByText('198 af 198').first().waitFor();
    await page.context().close();
  });

  test('axe finds nothing on a notice of any kind nor on the coverage, and nothing is wider than the screen', async () => {
    assert.deepEqual(await pageFaults(browser, torvet.address, [...NOTICES.map(noticePlace), '/daekning', '/daekning?country=NO&form=29', '/demo/daekning']), []);
  });

  test('a notice prints whole, without its navigation', async () => {
    const page = await openPage(browser, DESKTOP);
    await page.goto(torvet.address + noticePlace('29228-2021'));
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.contents').first().isVisible(), false);
    assert.ok(await page.getByRole('heading', { name: 'Kilde' }).isVisible());
    await page.context().close();
  });
});
