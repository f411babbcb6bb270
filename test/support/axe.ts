import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openPage, PHONE } from './running.ts';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly passes: readonly unknown[];
  readonly violations: readonly { readonly id: string; readonly help: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe finds wrong on the page as it stands, one line each; empty is good. Throws when axe looked at nothing. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const result = await page.evaluate<AxeResult>('axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })');
  if (result.passes.length === 0) throw new Error(`axe looked at nothing on ${page.url()}.`);
  return result.violations.map(({ id, help, nodes }) => `${page.url()}: ${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/**
 * What is wrong with pages: what axe finds (in the narrow layout, folds open), and what is wider than the screen in either.
 * Every second one is looked at in English.
 * @param places paths inside the site
 */
export async function pageFaults(browser: Browser, address: string, places: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const options of [DESKTOP, PHONE]) {
    const page = await openPage(browser, options);
    for (const [index, place] of places.entries()) {
      const answer = await page.goto(`${address}${index % 2 === 0 ? '' : '/en'}${place}`);
      if (answer?.status() !== 200) found.push(`${place}: ${answer?.status()}`);
      // What is folded is part of the page.
      await page.evaluate('document.querySelectorAll("details").forEach((fold) => { fold.open = true; })');
      if (options === PHONE) found.push(...(await axeViolations(page)));
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      if (wide > 0) found.push(`${page.url()}: ${wide} px wider than the screen at ${options.viewport?.width ?? 0} px`);
    }
    await page.context().close();
  }
  return found;
}
