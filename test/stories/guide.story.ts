/** The buyer who asks the law: four wizards from the first question to the answer, without a script, on a desk and on a phone. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { axeViolations, pageFaults } from '../support/axe.ts';
import { DESKTOP, openBrowser, openPage, PHONE, startTorvet, temporaryFolder, type Running } from '../support/running.ts';

const desk: BrowserContextOptions = { ...DESKTOP, javaScriptEnabled: false, acceptDownloads: true };
const phone: BrowserContextOptions = { ...PHONE, javaScriptEnabled: false };

const ROUTE_ANSWERS = 'on=2024-05-01&buyer=municipality&kind=services&price=total&value=2000000&options=-&extensions=-&lots=-&sameKindLast12Months=0&crossBorderInterest=no&via=none&what=-&who=-';
const ADDON_ANSWERS = 'on=2024-05-01&buyer=municipality&signed=2021-01-01&kind=services&tendered=nej&originalValue=5000000&changes=2022-01-01%7C100000%7C180&value=300000&sameKindLast12Months=0&argument=-&what=-&who=-';

function next(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Videre' }).click();
}

/** Chooses an answer, or writes one, and goes on. The question must be the one that is asked. */
async function choose(page: Page, question: RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: question }).waitFor();
  await page.getByRole('radio', { name: option }).check();
  await next(page);
}

async function write(page: Page, question: RegExp, text: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: question }).waitFor();
  await page.getByRole('textbox', { name: question }).fill(text);
  await next(page);
}

async function skip(page: Page, question: RegExp, button: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: question }).waitFor();
  await page.getByRole('button', { name: button, exact: true }).click();
}

async function fits(page: Page): Promise<void> {
  const [wide, screen] = [await page.locator('html').evaluate((root) => root.scrollWidth), page.viewportSize()?.width ?? 0];
  assert.ok(wide <= screen, `${page.url()} is ${wide} px wide on ${screen} px`);
}

/** What a reader is told first after a mistake. */
async function errorHasFocus(page: Page, told: RegExp): Promise<Locator> {
  const box = page.locator('#fejl');
  await box.waitFor();
  assert.match(await page.title(), /^Svaret mangler eller kan ikke læses/);
  assert.match(await box.innerText(), told);
  assert.equal(await page.locator(':focus').getAttribute('id'), 'fejl');
  return box.getByRole('link');
}

/** Presses Tab until it stands on this. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await place.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  assert.fail(`Tab does not lead there on ${page.url()}`);
}

async function toMonthlyAnswer(page: Page): Promise<void> {
  await write(page, /Hvornår offentliggør I/, '1.5.2024');
  await choose(page, /Hvem køber/, /kommune/);
  await choose(page, /Hvad køber I/, /^Tjenesteydelser/);
  await choose(page, /Hvordan er prisen sat/, 'En pris pr. måned');
  await write(page, /om måneden/, '40.000 kr.');
  await skip(page, /Hvor mange måneder/, 'Den har ingen slutdato');
  for (const question of [/optioner/, /forlænges/, /delaftaler/]) await skip(page, question, 'Nej, ingen');
  await write(page, /seneste 12 måneder/, '0');
  await choose(page, /andre lande/, 'Nej');
  await choose(page, /aftale, der er der i forvejen/, /køb for sig/);
  await write(page, /Hvad hedder det/, 'Omsorgssystem');
  await skip(page, /kommune eller myndighed/, 'Spring over');
}

void describe('may I buy this without a tender, and by when?', () => {
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
  });

  test('"Skal det i udbud?": from the front page to the verdict, the memo and the address that is shared', async () => {
    const page = await openPage(browser, desk);
    await page.goto(torvet.address);
    await page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Vejledning', exact: true }).click();
    await page.getByRole('link', { name: 'Skal det i udbud?' }).click();
    await page.getByText('Spørgsmål 1 af').waitFor();
    await toMonthlyAnswer(page);
    await page.getByRole('heading', { level: 1, name: 'EU-udbud' }).waitFor();
    assert.match(await page.locator('.guide-sums').innerText(), /1\.920\.000/, '48 months are counted where there is no end');
    await page.getByText('Ingen udbud i registret nævner »Omsorgssystem«').waitFor();
    const address = page.url();

    for (const [link, ending, start] of [['Hent notat (PDF)', '.pdf', /^%PDF-1\.7/], ['Hent som tekst', '.txt', /^Skal det i udbud\?\n=+\nEU-udbud\n/]] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
      assert.equal(download.suggestedFilename(), `torvet-skal-det-i-udbud${ending}`);
      const content = await readFile(await download.path(), 'utf8');
      assert.match(content, start);
      if (ending === '.txt') assert.ok(content.includes(address.slice(torvet.address.length)), 'the address of the answer stands in the text');
    }

    const other = await openPage(browser, phone);
    await other.goto(address);
    await other.getByRole('heading', { level: 1, name: 'EU-udbud' }).waitFor();
    assert.equal(await other.locator('.guide-sums').innerText(), await page.locator('.guide-sums').innerText());
    await fits(other);
    await other.context().close();

    // One answer is changed: the others stay, and those that hung on it go.
    await page.getByRole('link', { name: 'Ret svaret: Hvordan er prisen sat?' }).click();
    await choose(page, /Hvordan er prisen sat/, 'En samlet pris');
    await write(page, /anslåede værdi/, '1.200.000');
    await page.getByRole('heading', { level: 1, name: 'Under tærskelværdien, på markedsvilkår' }).waitFor();
    assert.doesNotMatch(page.url(), /monthly=|termMonths=/);
    assert.match(page.url(), /value=1200000/);
    await page.context().close();
  });

  test('"Er det et tilkøb?" on a phone: earlier changes in rows, and the reason that carries no weight', async () => {
    const page = await openPage(browser, phone);
    await page.goto(`${torvet.address}/er-det-et-tilkoeb`);
    await write(page, /Hvornår køber I/, '01/05-2024');
    await choose(page, /Hvem køber/, /kommune/);
    await write(page, /underskrevet/, '1.1.2021');
    await choose(page, /kontrakten om/, /^Tjenesteydelser/);
    await choose(page, /lovligt udbud/, 'Ja');
    await write(page, /oprindelige værdi/, '5 mio. kr.');
    await skip(page, /indeksregulering/, 'Den har ingen indeksklausul');
    await page.getByRole('group', { name: 'Ændring 1' }).getByLabel('Dato').fill('1.1.2022');
    await page.getByRole('group', { name: 'Ændring 1' }).getByLabel('Beløb').fill('100.000');
    await page.getByRole('button', { name: 'Tilføj en række mere' }).click();
    await fits(page);
    assert.equal(await page.getByRole('group', { name: 'Ændring 1' }).getByLabel('Beløb').inputValue(), '100.000');
    await page.getByRole('group', { name: 'Ændring 2' }).getByLabel('Dato').fill('31.2.2023');
    await page.getByRole('group', { name: 'Ændring 2' }).getByLabel('Beløb').fill('50.000');
    await next(page);
    await (await errorHasFocus(page, /Ændring 2, Dato: »31\.2\.2023« er ikke en dag/)).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('28.2.2023');
    await next(page);
    await write(page, /koster det/, '300.000');
    await choose(page, /omfattet af/, 'Nej');
    await choose(page, /klar option/, 'Nej');
    await choose(page, /samme slags efter/, 'Ja');
    await choose(page, /nødvendig/, 'Ja');
    for (const question of [/umuligt at skifte/, /betydelig ulempe/, /forudse/, /andre have budt/, /balancen/, /bruges for sig selv/]) await skip(page, question, 'Det ved jeg ikke');
    await write(page, /seneste 12 måneder/, '0');
    await choose(page, /vigtigste grund/, /opgradering/);
    await skip(page, /Hvad hedder systemet/, 'Spring over');
    await skip(page, /kommune eller myndighed/, 'Spring over');
    await page.getByRole('heading', { level: 1, name: 'Ja: en lille ændring (§ 180)' }).waitFor();
    assert.match(await page.locator('.guide-sums').innerText(), /150\.000[^]*450\.000[^]*9 %[^]*500\.000/);
    await page.getByText('Den tæller ikke').waitFor();
    await fits(page);
    // Twice as much is no small change.
    await page.getByRole('link', { name: 'Ret svaret: Hvad koster det, I vil købe nu?' }).click();
    assert.equal(await page.getByRole('textbox', { name: /koster det/ }).inputValue(), '300000');
    await write(page, /koster det/, '600.000');
    await page.locator('.verdict h1').waitFor();
    assert.doesNotMatch(await page.locator('.verdict h1').innerText(), /lille ændring/);
    await page.context().close();
  });

  test('"Hvornår?" by the keyboard alone', async () => {
    const page = await openPage(browser, desk);
    await page.goto(`${torvet.address}/hvornaar`);
    const answerBy = async (option: Locator, ...keys: readonly string[]): Promise<void> => {
      await tabTo(page, option);
      for (const key of keys) await page.keyboard.press(key);
    };
    await answerBy(page.getByRole('radio').first(), 'Space', 'Enter');
    await page.getByRole('heading', { level: 1, name: /Hvilken frist/ }).waitFor();
    await answerBy(page.getByRole('radio').first(), 'Space', 'ArrowDown', 'ArrowUp', 'Enter');
    await page.getByRole('heading', { level: 1, name: /Hvornår sendes bekendtgørelsen/ }).waitFor();
    await tabTo(page, page.getByRole('textbox', { name: /Hvornår sendes/ }));
    await page.keyboard.type('12.1.2026');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /elektronisk/ }).waitFor();
    await answerBy(page.getByRole('radio', { name: 'Nej' }).or(page.getByRole('radio', { name: 'Ja' })).first(), 'ArrowDown', 'Enter');
    for (const [question, button] of [[/forhåndsmeddelelse/, 'Nej'], [/Haster det/, 'Det ved jeg ikke'], [/Hvilken dag har I tænkt/, 'Ikke bestemt endnu'], [/skridtet skal være slut/, 'Nej']] as const) {
      await page.getByRole('heading', { level: 1, name: question }).waitFor();
      await answerBy(page.getByRole('button', { name: button, exact: true }), 'Enter');
    }
    await page.getByRole('heading', { level: 1, name: 'Sidste dag er 16. februar 2026' }).waitFor();
    // Folded parts open with the keyboard too.
    const fold = page.locator('details.guide-long > summary').first();
    if (await fold.count() > 0) {
      await tabTo(page, fold);
      await page.keyboard.press('Enter');
      assert.notEqual(await page.locator('details.guide-long').first().getAttribute('open'), null);
    }
    await page.context().close();
  });

  test('"Hvornår?" for a whole procedure: who has no day to begin gives the day to end', async () => {
    const page = await openPage(browser, phone);
    await page.goto(`${torvet.address}/hvornaar`);
    await choose(page, /Hvad vil I vide/, /Hvornår kontrakten kan underskrives/);
    await choose(page, /Hvilken procedure/, 'Offentligt udbud');
    await skip(page, /Hvornår sender I/, 'Ikke bestemt');
    await next(page);
    await errorHasFocus(page, /Skriv eller vælg et svar/);
    assert.equal(await page.getByRole('button', { name: 'Ingen bestemt dag' }).count(), 0);
    await write(page, /senest være underskrevet/, '1.1.2027');
    await choose(page, /elektronisk/, 'Ja');
    await write(page, /vurdere tilbuddene/, '10');
    await page.getByRole('heading', { level: 1, name: /^Begynd senest/ }).waitFor();
    assert.match(await page.locator('.guide-sums').innerText(), /Begynd senest/);
    await fits(page);
    await page.context().close();
  });

  test('"Hvor køber jeg?": back with the link, another answer, and on', async () => {
    const page = await openPage(browser, phone);
    await page.goto(`${torvet.address}/hvor-koeber-jeg`);
    await choose(page, /modent/, /i årevis/);
    await choose(page, /standardiseret/, /som det er/);
    await page.getByRole('link', { name: 'Tilbage' }).click();
    await page.getByRole('heading', { level: 1, name: /standardiseret/ }).waitFor();
    assert.ok(await page.getByRole('radio', { name: /som det er/ }).isChecked(), 'what was answered is still chosen');
    await choose(page, /standardiseret/, /laves til os/);
    await choose(page, /hurtigt/, 'Langsomt');
    await skip(page, /dele eller en samlet/, 'Det ved jeg ikke');
    await choose(page, /andre kommuner/, 'Nej');
    await page.getByRole('heading', { level: 1, name: /^Se først på: / }).waitFor();
    assert.match(page.url(), /standardisation=own/);
    await fits(page);
    await page.getByRole('link', { name: 'Begynd forfra' }).click();
    await page.getByText('Spørgsmål 1 af 5').waitFor();
    await page.context().close();
  });

  test('a mistake is told first, names what was typed and leads to its field; what was right stays', async () => {
    const page = await openPage(browser, desk);
    await page.goto(`${torvet.address}/skal-det-i-udbud`);
    await next(page);
    await errorHasFocus(page, /Skriv eller vælg et svar/);
    await write(page, /Hvornår offentliggør/, '31.2.2024');
    await (await errorHasFocus(page, /»31\.2\.2024« er ikke en dag/)).click();
    assert.equal(await page.locator(':focus').getAttribute('id'), 'svar');
    assert.equal(await page.locator('#svar').inputValue(), '31.2.2024');
    assert.equal(await page.locator('#svar').getAttribute('aria-invalid'), 'true');
    await write(page, /Hvornår offentliggør/, '1.5.2024');
    await next(page);
    await (await errorHasFocus(page, /vælg et svar/)).click();
    assert.equal(await page.locator(':focus').getAttribute('id'), 'svar-0');
    await choose(page, /Hvem køber/, /kommune/);
    await choose(page, /Hvad køber I/, /^Varer/);
    await choose(page, /Hvordan er prisen sat/, 'En samlet pris');
    for (const [typed, told] of [['-5', /»-5« kan ikke læses som et beløb/], ['mange', /»mange«/], ['99999999999999', /mere, end noget køb kan koste/], ['', /brug knappen »Det ved jeg ikke«/]] as const) {
      await write(page, /anslåede værdi/, typed);
      await errorHasFocus(page, told);
    }
    assert.match(await page.locator('form').innerHTML(), /name="on" value="2024-05-01"/);
    // Nobody's typing becomes part of the page.
    await write(page, /anslåede værdi/, '"><script>alert(1)</script>');
    await errorHasFocus(page, /»"><script>alert\(1\)<\/script>«/);
    await page.context().close();
  });

  test('axe finds nothing on any kind of page, and nothing is wider than the screen', async () => {
    const route = `/skal-det-i-udbud?${ROUTE_ANSWERS}`;
    const kinds = [
      '/vejledning', '/regler', '/regler/kaede', '/skal-det-i-udbud', '/er-det-et-tilkoeb', '/hvornaar', '/hvor-koeber-jeg',
      `${route}&spm=kind`, `${route}&spm=value`, `${route}&spm=lots`, `/er-det-et-tilkoeb?${ADDON_ANSWERS}&spm=changes`, `${route}&spm=what`,
      route, route.replace('what=-', `what=${'a'.repeat(80)}`), `/er-det-et-tilkoeb?${ADDON_ANSWERS}`, `/er-det-et-tilkoeb?${ADDON_ANSWERS.replace('tendered=nej', 'tendered=-')}`,
      '/hvornaar?scope=one&step=open&from=2026-01-12&electronic=ja&pin=-&urgent=-&proposed=2026-02-14&mustRunBy=-', '/hvornaar?scope=whole&procedure=negotiated&start=2026-05-01&signedBy=2026-12-01&electronically=ja&selectionDays=5&negotiationDays=20&evaluationDays=10',
      '/hvor-koeber-jeg?maturity=mature&standardisation=standard&pace=-&need=package&shared=ja',
    ];
    assert.deepEqual(await pageFaults(browser, torvet.address, kinds), []);
    for (const options of [DESKTOP, PHONE]) {
      const page = await openPage(browser, options);
      for (const [place, status] of [[`${route}&spm=kind&sendt=1&svar=x`, 400], [`${route}&spm=value&sendt=1&svar=${'9'.repeat(60)}x`, 400], [`${route}&spm=on&sendt=1&svar=31.2.2024`, 400], [`/er-det-et-tilkoeb?${ADDON_ANSWERS}&spm=changes&sendt=1&svar.on=x&svar.value=1&svar.ground=180`, 400], [`${route}&spm=lots&sendt=1&svar.amount=1&svar.outside=ja&flere=1`, 200]] as const) {
        assert.equal((await page.goto(torvet.address + place))?.status(), status, place);
        assert.deepEqual(await axeViolations(page), []);
        await fits(page);
      }
      await page.context().close();
    }
  });
});
