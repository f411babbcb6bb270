/** What the browser stories of the market place have in common: chapters, the people of a municipality, and the steps of a purchase with sealed bids as they are taken by hand. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { Cast, fillAll, fillIn, marketPlace, type MarketPlace, type Values } from './market-place.ts';
import { openBrowser } from './running.ts';

export interface Town {
  /** Who drafts, and who confirms. */
  readonly buyers: readonly [string, string];
  readonly holders: readonly [string, string, string];
  /** As the forms name them. */
  readonly holderNames: readonly [string, string, string];
  readonly evaluators: readonly [string, string];
  readonly evaluatorNames: readonly [string, string];
}

const town = (key: string, holderNames: Town['holderNames'], evaluatorNames: Town['evaluatorNames']): Town => ({
  buyers: [`${key}-indkoeber`, `${key}-godkender`], holders: [`${key}-aabner-1`, `${key}-aabner-2`, `${key}-aabner-3`], evaluators: [`${key}-bedoemmer-1`, `${key}-bedoemmer-2`], holderNames, evaluatorNames,
});

export const SVAREKOEBING = town('svarekoebing', ['Karla Klinke', 'Laust Skydelås', 'Mette Dørgreb'], ['Niels Tommestok', 'Olga Passer']);
export const TALEMARKE = town('talemarke', ['Ulla Haspe', 'Viggo Riegel', 'Yrsa Portlås'], ['Åge Skala', 'Asta Linealsen']);
export const CENTRE = ['faelles-indkoeber', 'faelles-godkender'] as const;

export interface StoryStage {
  readonly place: MarketPlace;
  readonly browser: Browser;
  readonly cast: Cast;
  /** A chapter; one that follows a chapter that failed has nothing to go on with. */
  readonly chapter: (name: string, tell: () => Promise<void>) => void;
}

/** The demo world at an instant, with a browser; both are closed when the story is over. */
export async function openStory(at: string): Promise<StoryStage> {
  const place = await marketPlace(at);
  const browser = await openBrowser();
  after(async () => {
    await browser.close();
    await place.close();
  });
  let isBroken = false;
  const chapter: StoryStage['chapter'] = (name, tell) => {
    void test(name, { timeout: 300_000 }, async () => {
      assert.ok(!isBroken, 'an earlier chapter failed');
      isBroken = true;
      await tell();
      isBroken = false;
    });
  };
  return { place, browser, cast: new Cast(browser, place), chapter };
}

export const pathOf = (page: Page): string => new URL(page.url()).pathname.replace(/^\/demo/, '');
export const idOf = (path: string): string => path.split('/').at(-1) ?? '';
export const mainText = (page: Page): Promise<string> => page.locator('main').innerText();

/** Begins a record whose form has an address of its own. @returns its path */
export async function begin(cast: Cast, who: string, form: string, values: Values): Promise<string> {
  const page = await cast.open(who, form);
  await fillIn(page, values);
  await page.locator('main .form-actions button[type="submit"]').click();
  assert.match(page.url(), /gjort=/, await mainText(page));
  return pathOf(page);
}

/** A need, decided to be met in this way. @returns its path */
export async function decidedNeed(cast: Cast, who: string, way: 'dis' | 'framework', { title, value }: { readonly title: string; readonly value: string }): Promise<string> {
  const need = await begin(cast, who, '/torv/behov/ny/need.start', { title, why: 'Køerne er lange.', wanted: 'Borgeren bestiller selv en bane.', service: 'services', cpv: '48000000', value });
  const page = await cast.give(who, need, 'need.decide', { way, reason: 'Det dækker behovet.' });
  assert.match(await mainText(page), /Afgjort/i);
  return need;
}

/** Writes a purchase until it lacks nothing but its announcement; its holders prove their keys. @param deadline on the clocks of Copenhagen */
export async function prepare(cast: Cast, { buyers: [buyer], holders, holderNames }: Town, purchase: string, deadline: string): Promise<void> {
  await cast.give(buyer, purchase, 'purchase.write', {
    undivided: 'Delene hænger sammen.', term: 'Fire år', deadline, 'requirements[0].id': '1', 'requirements[0].kind': 'minimum', 'requirements[0].text': 'På dansk.',
    'requirements[1].id': '2', 'requirements[1].kind': 'evaluated', 'requirements[1].text': 'Få klik.',
  });
  await cast.give(buyer, purchase, 'purchase.set-model', {
    method: 'linear-points', lowest: '0', highest: '10', slope: '100', priceWeight: '40', 'criteria[0].name': 'Brugervenlighed', 'criteria[0].weight': '100', 'criteria[0].emphasis': 'Få klik.',
  });
  await cast.give(buyer, purchase, 'purchase.set-sheet', { 'lines[0].number': '1', 'lines[0].name': 'Drift', 'lines[0].unit': 'måned', 'lines[0].quantity': '48', 'lines[0].evaluated': true });
  await cast.give(buyer, purchase, 'purchase.set-holders', Object.fromEntries(holderNames.map((name, at) => [`holders[${at}].person`, name])));
  for (const holder of holders) {
    const file = await keyFile(cast, holder);
    const page = await cast.open(holder, `${purchase}/noegle`);
    await page.setInputFiles('#noeglefil', file);
    await page.getByText('Nøglen åbner prøven').waitFor();
    await Promise.all([page.waitForURL(/gjort=purchase\.prove-key/), page.getByRole('button', { name: 'Send svaret' }).click()]);
  }
}

export interface UploadedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The person's own key, from the page of the account. */
async function keyFile(cast: Cast, who: string): Promise<UploadedFile> {
  const page = await cast.open(who, '/konto');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Hent nøglefilen' }).click()]);
  return { name: 'noegle.key', mimeType: 'text/plain', buffer: await readFile(await download.path()) };
}

/** Sealed and submitted in the browser, from the page of the purchase on. @param price of one month, as it is typed */
export async function bidInBrowser(cast: Cast, who: string, purchase: string, { price, text, options }: { readonly price: string; readonly text: string; readonly options: BrowserContextOptions }): Promise<Page> {
  const page = await cast.open(who, purchase);
  if (options.viewport) await page.setViewportSize(options.viewport);
  await page.locator('main a[href$="/giv-tilbud"]').first().click();
  await cast.look(page);
  assert.match(await page.locator('#status').innerText(), /IKKE AFGIVET/);
  await page.selectOption('[name="answers[0].answer"]', 'yes');
  await page.selectOption('[name="answers[1].answer"]', 'yes');
  await page.fill('[name="answers[1].text"]', text);
  await page.fill('[name="prices[0]"]', price);
  await page.setInputFiles('#bilag', { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Planen') });
  await page.click('#forsegl');
  await page.getByText('IKKE AFGIVET endnu').waitFor();
  await page.click('#afgiv');
  await page.locator('#kvittering a').first().waitFor();
  assert.match(await page.locator('#status').innerText(), /^AFGIVET/);
  await cast.look(page);
  return page;
}

/** Two of the holders open, each on a machine of its own. @returns the page of the opening, as the buyer reads it */
export async function openByTwo(cast: Cast, place: MarketPlace, { buyers: [buyer], holders }: Town, purchase: string): Promise<Page> {
  for (const [at, step, button] of [[0, 'commit', 'Bind dig til dine dele'], [1, 'reveal', 'Læg delene frem']] as const) {
    for (const holder of holders.slice(0, 2)) {
      if (at === 0) await cast.give(holder, purchase, 'purchase.declare');
      const file = await keyFile(cast, holder);
      const page = await cast.open(holder, `${purchase}/aabning`);
      await page.setInputFiles('#noeglefil', file);
      await page.click('#dele-knap');
      await page.getByText(at === 0 ? 'Dine dele er dekrypteret her' : 'Listen er udfyldt').waitFor();
      await Promise.all([page.waitForURL(new RegExp(`gjort=opening\\.${step}`)), page.getByRole('button', { name: button }).click()]);
    }
  }
  await place.work();
  return cast.open(buyer, `${purchase}/aabning`);
}

/** Points of one evaluator, by a word in the name of the bidder. */
export type Points = Readonly<Record<string, string>>;

async function fillScores(page: Page, points: Points): Promise<void> {
  for (const row of await page.locator('main form .field-row').all()) {
    const whose = await row.innerText();
    const found = Object.entries(points).find(([name]) => whose.includes(name)) ?? assert.fail(`nobody gave points for ${whose}`);
    await row.locator('[name$=".points"]').fill(found[1]);
  }
  await fillAll(page, '.reason', 'Antallet af klik er talt.');
}

/** Checked, scored by two alone, agreed, and frozen. @param scores of the first, the second, and what they agree on */
export async function assess(cast: Cast, { buyers: [buyer], evaluators, evaluatorNames }: Town, purchase: string, scores: readonly [Points, Points, Points]): Promise<void> {
  await cast.give(buyer, purchase, 'purchase.set-evaluators', Object.fromEntries(evaluatorNames.map((name, at) => [`evaluators[${at}].person`, name])));
  await cast.give(buyer, purchase, 'purchase.check', {}, async (page) => {
    for (const one of await page.locator('main form input[type="checkbox"]').all()) await one.setChecked(true);
    await fillAll(page, 'Reason', 'Opfyldt.');
  });
  for (const one of evaluators) await cast.give(one, purchase, 'purchase.declare');
  for (const [at, who] of evaluators.entries()) await cast.give(who, purchase, 'purchase.score', {}, (page) => fillScores(page, scores[at === 0 ? 0 : 1]));
  await cast.give(evaluators[0], purchase, 'purchase.consensus', {}, (page) => fillScores(page, scores[2]));
  await cast.give(buyer, purchase, 'purchase.assess');
}
