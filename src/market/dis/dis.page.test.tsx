import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, type Language } from '#base';
import { htmlFaults, renderDocument, siteOf, type Site } from '#ui';
import type { Actor } from '#people';
import { aDis, disTown, sent, type DisTown } from '../../../test/support/dis.ts';
import { renderCommand } from '../core/command.page.tsx';
import { pairsOf } from '../core/form-pairs.ts';
import { renderRecord } from '../core/record.page.tsx';
import { readFormAbout, readView, readWarnings } from '../core/view.store.ts';
import { PRESENTATIONS } from '../kinds.ts';
import { renderSupplier } from '../supplier/supplier.page.tsx';
import { readOpenSystems, readSupplierHome } from '../supplier/supplier.store.ts';
import { renderDisList } from './dis-list.page.tsx';

const testSite = (path: string, lang: Language = 'da'): Site => siteOf({ lang, world: 'demo', path, origin: null, hasOtherWorld: false, updatedAt: null, navigation: [], publisher: { name: 'Torvet', email: null } });

const presented = (kind: 'dis' | 'application') => {
  const found = PRESENTATIONS.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`Nothing presents ${kind}.`);
  return found;
};

/** Null: the reader may not see it. */
async function pageOf({ market }: DisTown, kind: 'dis' | 'application', actor: Actor | null, record: string, site: Site = testSite('/torv/x')): Promise<string | null> {
  const presentation = presented(kind);
  const view = await readView(market, presentation, actor, site, record);
  return view === null ? null : renderDocument(renderRecord({ view, presentation, title: market.kinds.of(kind).titleOf(view.record), path: '/torv/x', done: null }));
}

async function formOf({ market }: DisTown, kind: 'dis' | 'application', name: string, actor: Actor, id: string | null, site: Site): Promise<string> {
  const presentation = presented(kind);
  const command = market.kinds.command(name);
  if (command === null) throw new Error(`There is no ${name}.`);
  const about = await readFormAbout(market, presentation, command, actor, site, id);
  if (about === null) throw new Error(`The form of ${name} is hidden.`);
  const warnings = about.record === null ? [] : await readWarnings(market, command, actor, about.record);
  const initial = { ...(presentation.initial(name, about) as object), reasons: warnings.map(({ code }) => ({ code, reason: '' })) };
  return renderDocument(renderCommand({ presentation, about, command, title: null, back: '/', action: '/', pairs: pairsOf(initial, command.input, site.lang), errors: new Map(), failure: null, warnings }));
}

void test('everybody sees what the system is and how to come in; how many are admitted is told from three on, who they are never', async () => {
  const town = await disTown();
  const { market, buyer, supplier } = town;
  const system = await aDis(town);
  const admit = async (actor: Actor): Promise<void> => {
    await market.do(buyer, 'application.admit', { verdicts: [{ category: 'A', admitted: true }, { category: 'B', admitted: false, reason: 'Nej.' }] }, await sent(town, system, actor));
  };
  await admit(supplier);
  const others = await Promise.all(['Bølgen ApS', 'Cirklen A/S'].map(async (name) => market.person(await market.organisation('supplier', name), 'bidder')));
  assert.match(await pageOf(town, 'dis', null, system) ?? '', /færre end 3/);
  for (const other of others) await admit(other);
  const page = await pageOf(town, 'dis', null, system) ?? '';
  assert.match(page, /Optagne leverandører<\/dt><dd>3</);
  assert.match(page, /Optagne leverandører<\/dt><dd>færre end 3/, 'nobody in the other category');
  assert.match(page, /Det koster intet at søge/);
  assert.match(page, /Tidligere leverancer af tjenester/);
  for (const reader of [null, others[0] ?? null]) assert.doesNotMatch(await pageOf(town, 'dis', reader, system) ?? '', /Softhuset|Cirklen/, 'no competitor by name');
  assert.match(await pageOf(town, 'dis', buyer, system) ?? '', /Softhuset[^]*Cirklen|Cirklen[^]*Softhuset/);
});

void test('every page and form of a system and of an application is whole in both languages, for each reader', async () => {
  const town = await disTown();
  const { market, buyer, approver, supplier } = town;
  const { record: draft } = await market.do(buyer, 'dis.start', { title: 'Kladden', description: 'D', service: 'services', cpv: '48000000' });
  const system = await aDis(town, { prolongedTo: '2027-01-29' });
  await market.two(buyer, approver, 'dis.change-period', { endsOn: '2031-01-31', reason: 'Længere.' }, system);
  const application = await sent(town, system);
  const pages: string[] = [];
  for (const lang of LANGUAGES) {
    const site = testSite('/torv/x', lang);
    const draftPage = await pageOf(town, 'dis', buyer, draft, site) ?? '';
    assert.match(draftPage, /§ 102/, 'the draft tells what is missing');
    pages.push(draftPage);
    for (const reader of [null, buyer, supplier]) pages.push(await pageOf(town, 'dis', reader, system, site) ?? '');
    for (const reader of [buyer, supplier]) pages.push(await pageOf(town, 'application', reader, application, site) ?? '');
    for (const name of ['dis.write', 'dis.publish', 'dis.drop']) pages.push(await formOf(town, 'dis', name, buyer, draft, site));
    for (const name of ['dis.change-period', 'dis.end', 'dis.cancel']) pages.push(await formOf(town, 'dis', name, buyer, system, site));
    pages.push(await formOf(town, 'application', 'application.start', supplier, system, site));
    for (const { name } of market.kinds.of('application').commands.filter((one) => !one.starts && !one.byTime)) pages.push(await formOf(town, 'application', name, name.includes('write') ? supplier : buyer, application, site));
    pages.push(renderDocument(renderDisList({ site, ...await readOpenSystems(market, null) })));
    pages.push(renderDocument(renderSupplier({ site, actor: supplier, now: market.clock.now(), home: await readSupplierHome(market, supplier) })));
  }
  for (const page of pages) {
    assert.deepEqual(htmlFaults(page), []);
    assert.doesNotMatch(page, /\{\w+\}|undefined|\[object/);
  }
  assert.equal(await pageOf(town, 'dis', supplier, draft), null);
  assert.equal(await pageOf(town, 'application', null, application), null);
});

void test('the application is told what happens next and by when, and whoever is late is told so to both', async () => {
  const town = await disTown();
  const { market, buyer, supplier } = town;
  const system = await aDis(town);
  const application = await sent(town, system);
  assert.match(await pageOf(town, 'application', supplier, application) ?? '', /skal afgøre ansøgningen senest 15\. december 2026/);
  market.clock.set('2026-12-16T09:00:00Z');
  for (const reader of [supplier, buyer]) assert.match(await pageOf(town, 'application', reader, application) ?? '', /Afgørelsen er forsinket/, 'also before time has written it down');
  assert.match(await pageOf(town, 'dis', buyer, system) ?? '', /Forsinket siden 16\. december 2026/);
  await market.do(buyer, 'application.ask-correction', { text: 'Dato mangler.', answerBy: '2026-12-20' }, application);
  assert.match(await pageOf(town, 'application', supplier, application) ?? '', /senest 20\. december 2026/);
});
