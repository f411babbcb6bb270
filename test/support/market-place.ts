/** The demo world's market place as people meet it: a whole server with a clock that the story moves, and people in browsers of their own. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { catchUp, KINDS, marketIn, openRevealed, seedDemoMarket, type Market } from '#market';
import { seedDemoPeople } from '#people';
import { takeInOwnNotices } from '#register';
import { buildServer } from '#web';
import { axeViolations } from './axe.ts';
import { testRegister } from './database.ts';
import { steppingClock, type SteppingClock } from './market.ts';
import { DESKTOP, openPage, PHONE } from './running.ts';

const OCID = 'ocds-story';
/** Milliseconds for what a page must show; less than what a test runner waits. */
const PATIENCE = 30_000;

export interface MarketPlace {
  readonly address: string;
  readonly clock: SteppingClock;
  /** What the worker does every minute. */
  work(): Promise<void>;
  close(): Promise<void>;
}

export async function marketPlace(at: string): Promise<MarketPlace> {
  const [register, demo] = [await testRegister(), await testRegister()];
  const clock = steppingClock(at);
  await seedDemoPeople(demo, clock);
  await seedDemoMarket(demo, { url: 'http://localhost', ocidPrefix: OCID, clock });
  const app = await buildServer({ worlds: { register, demo }, clock, url: 'http://localhost', publisher: 'Test', contact: null, metricsToken: null, logLevel: 'silent', ocidPrefix: OCID });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const market: Market = {
    db: marketIn(demo), clock, kinds: KINDS, ocidPrefix: OCID, address: (path) => `http://localhost/demo${path}`, wake: () => {},
    report: (error) => { throw error instanceof Error ? error : new Error(String(error)); },
  };
  return {
    address: `http://localhost:${(app.server.address() as AddressInfo).port}/demo`, clock,
    work: async () => {
      await catchUp(market);
      await openRevealed(market);
      await takeInOwnNotices(demo, { ocidPrefix: OCID });
    },
    close: () => app.close(),
  };
}

/** What axe finds, and what is wider than a screen of either width. */
export async function faultsOf(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const { viewport } of [DESKTOP, PHONE]) {
    if (!viewport) continue;
    await page.setViewportSize(viewport);
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (wide > 0) found.push(`${page.url()}: ${wide} px wider than the screen at ${viewport.width} px`);
  }
  found.push(...await axeViolations(page));
  if (before !== null) await page.setViewportSize(before);
  return found;
}

export type Values = Readonly<Record<string, string | boolean>>;

/** Types into the fields of a form by their names; of a choice what it says or stands for, also in part. Rows that are not there are asked for. */
export async function fillIn(page: Page, values: Values): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main form [name="${name}"]`);
    const [, list] = /^(\w+)\[/.exec(name) ?? [];
    if (list !== undefined && await field.count() === 0) await page.click(`main button[name="_more"][value="${list}"]`);
    if (typeof value === 'boolean') await field.setChecked(value);
    else if (await page.locator(`main form select[name="${name}"]`).count() > 0) await field.selectOption(await optionOf(page, name, value));
    else await field.fill(value);
  }
}

async function optionOf(page: Page, name: string, value: string): Promise<string> {
  const options = await Promise.all((await page.locator(`main form [name="${name}"] option`).all()).map(async (one) => [await one.getAttribute('value') ?? '', await one.textContent() ?? ''] as const));
  const found = options.find(([key]) => key === value) ?? options.find(([, label]) => label.includes(value));
  return found?.[0] ?? assert.fail(`${page.url()}: ${name} has no choice "${value}", only ${options.map(([, label]) => label).join(', ')}`);
}

/** Fills every field whose name ends so. */
export async function fillAll(page: Page, ending: string, value: string): Promise<void> {
  for (const field of await page.locator(`main form [name$="${ending}"]`).all()) await field.fill(value);
}

/** People of the demo world, each logged in with a browser of its own. */
export class Cast {
  readonly faults: string[] = [];
  readonly #browser: Browser;
  readonly #place: MarketPlace;
  readonly #pages = new Map<string, Page>();
  readonly #seen = new Set<string>();

  constructor(browser: Browser, place: MarketPlace) {
    this.#browser = browser;
    this.#place = place;
  }

  /** Opens a page as a person. @param who subject of the demo world; '': nobody */
  async open(who: string, path: string, options: BrowserContextOptions = DESKTOP): Promise<Page> {
    const page = this.#pages.get(who) ?? await this.#enter(who, options);
    await page.goto(`${this.#place.address}${path}`);
    await this.look(page);
    return page;
  }

  /** Looks for faults, once for each kind of page and each state of it. */
  async look(page: Page): Promise<void> {
    const key = `${new URL(page.url()).pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')} ${await page.title()}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.faults.push(...await faultsOf(page));
  }

  get looked(): number {
    return this.#seen.size;
  }

  /** Gives a step by its link on a page and its form. @returns the page afterwards */
  async give(who: string, path: string, command: string, values: Values = {}, more: (page: Page) => Promise<void> = async () => {}): Promise<Page> {
    const page = await this.open(who, path);
    await page.locator(`main a[href$="/${command}"]`).first().click();
    await this.look(page);
    await fillIn(page, values);
    await more(page);
    await page.locator('main .form-actions button[type="submit"]').click();
    if (!page.url().includes('gjort=')) assert.fail(`${who} could not give ${command}: ${(await page.locator('main').innerText()).slice(0, 800)}`);
    await this.look(page);
    return page;
  }

  /** Gives a step that another person confirms, with a reason for whatever is warned of. */
  async two([first, second]: readonly [string, string], path: string, command: string, values: Values = {}, more: (page: Page) => Promise<void> = async () => {}): Promise<Page> {
    await this.give(first, path, command, values, async (page) => {
      for (const field of await page.locator('main form [name^="reasons["][name$=".reason"]').all()) await field.fill('Det er afvejet og varslet.');
      await more(page);
    });
    const page = await this.open(second, path);
    await page.locator(`main form[action$="/${command}/bekraeft"] button`).click();
    if (!page.url().includes('gjort=')) assert.fail(`${second} could not confirm ${command}: ${(await page.locator('main').innerText()).slice(0, 800)}`);
    return page;
  }

  /** Moves the clock, lets the worker work, and logs everybody out: a login does not last for days. */
  async later(at: string): Promise<void> {
    this.#place.clock.set(at);
    await this.#place.work();
    for (const page of this.#pages.values()) await page.context().close();
    this.#pages.clear();
  }

  async #enter(who: string, options: BrowserContextOptions): Promise<Page> {
    const page = await openPage(this.#browser, { ...options, acceptDownloads: true });
    page.setDefaultTimeout(PATIENCE);
    this.#pages.set(who, page);
    if (who === '') return page;
    await page.goto(`${this.#place.address}/log-ind`);
    await page.locator('main a.button-main').click();
    await page.locator(`form:has(input[name="person"][value="${who}"]) button`).click();
    await page.locator('.account-link').first().waitFor();
    return page;
  }
}
