/** The scripts of pages: put together, served, listed, and run by a browser under the content policy. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import Fastify from 'fastify';
import { h } from 'preact';
import type { Page as BrowserPage } from 'playwright-core';
import { Page, renderDocument, siteOf, type Site } from '#ui';
import { DESKTOP, openBrowser, openPage } from '../../test/support/running.ts';
import { addErrors } from './errors.ts';
import { addHeaders } from './headers.ts';
import { addScripts, bundle, pageScripts, scriptsOrNone } from './scripts.ts';

const UNSAVED = 'market/unsaved';
const FORM = [
  h('form', { method: 'get', action: '/sent', 'data-unsaved': '' },
    h('label', {}, 'Titel', h('input', { name: 'title', defaultValue: 'Før' })),
    h('label', {}, 'Del', h('select', { name: 'part' }, h('option', {}, 'A'), h('option', {}, 'B'))),
    h('label', {}, 'Ja', h('input', { type: 'checkbox', name: 'yes' })),
    h('button', {}, 'Send')),
  h('a', { href: '/elsewhere' }, 'Væk'),
];

function site(scripts: Site['scripts']): Site {
  return siteOf({
    lang: 'da', world: 'register', path: '/', origin: null, hasOtherWorld: false, updatedAt: null, navigation: [],
    publisher: { name: 'Test', email: null }, ...(scripts === undefined ? {} : { scripts }),
  });
}

function page(given: Site['scripts'], name: string): string {
  return renderDocument(Page({ site: site(given), title: 'T', scripts: [name] }));
}

const app = Fastify();
addHeaders(app, false);
addErrors(app, async () => site(undefined));
addScripts(app);
for (const address of ['/', '/sent', '/elsewhere']) {
  app.get(address, async (request, reply) => reply.type('text/html; charset=utf-8').send(renderDocument(Page({
    site: site(await scriptsOrNone(request.log)), title: address, scripts: [UNSAVED], children: address === '/' ? FORM : address,
  }))));
}
await app.listen({ port: 0, host: '127.0.0.1' });
after(() => app.close());

void test('a script stands under the hash of what it is, and the public list says the same', async () => {
  const { scripts } = (await app.inject('/api/seal')).json<{ scripts: { name: string; address: string; bytes: number; sha256: string; integrity: string }[] }>();
  assert.ok(scripts.some(({ name }) => name === UNSAVED));
  for (const { name, address, bytes, sha256, integrity } of scripts) {
    const answer = await app.inject(address);
    assert.deepEqual([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control'], answer.rawPayload.length], [200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable', bytes], name);
    assert.equal(createHash('sha256').update(answer.rawPayload).digest('hex'), sha256);
    assert.equal(`sha256-${Buffer.from(sha256, 'hex').toString('base64')}`, integrity);
    assert.ok(address.includes(sha256.slice(0, 16)));
    assert.doesNotMatch(answer.body, /\bimport\b|node:/, `${name} is one file and needs nothing else`);
  }
  assert.equal((await app.inject('/assets/scripts/market-unsaved.0000000000000000.js')).statusCode, 404);
});

void test('putting them together again gives the same bytes, and a change another address', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'torvet-scripts-'));
  after(() => rm(root, { recursive: true, force: true }));
  const rooms = path.join(root, 'src');
  await mkdir(path.join(rooms, 'market/browser'), { recursive: true });
  await cp(path.join(import.meta.dirname, '../base'), path.join(rooms, 'base'), { recursive: true });
  await cp(path.join(import.meta.dirname, '../../package.json'), path.join(root, 'package.json'));
  await symlink(path.join(import.meta.dirname, '../../node_modules'), path.join(root, 'node_modules'));
  const write = (text: string): Promise<void> => writeFile(path.join(rooms, 'market/browser/one.ts'), text);
  await write("import { parseId } from '#base';\ndocument.title = String(parseId(location.hash).ok);");
  const before = (await readdir(root, { recursive: true })).length;
  const [first, second] = [await bundle(rooms), await bundle(rooms)];
  assert.deepEqual([...first.keys()], ['market/one']);
  assert.equal(first.get('market/one')?.src, second.get('market/one')?.src);
  assert.equal((await readdir(root, { recursive: true })).length, before, 'nothing is written');
  assert.match(String(first.get('market/one')?.body), /document\.title/);
  assert.ok((first.get('market/one')?.body.length ?? 0) < 2000, 'of another room comes only what is used');
  await write("document.title = 'other';");
  assert.notEqual((await bundle(rooms)).get('market/one')?.src, first.get('market/one')?.src);
  await write("import { nothing } from '#nowhere';\nnothing();");
  await assert.rejects(bundle(rooms), /#nowhere/);
});

void test('a page names its scripts with their hash, does without where there are none, and may not name one that is not there', async () => {
  const scripts = await pageScripts();
  const script = scripts.get(UNSAVED);
  assert.ok(script);
  assert.ok(page(scripts, UNSAVED).includes(`<script type="module" src="${script.src}" integrity="${script.integrity}"></script>`));
  assert.doesNotMatch(page(undefined, UNSAVED), /<script/);
  assert.throws(() => page(scripts, 'market/nothing'), /src\/market\/browser\/nothing\.ts/);
});

void test('in a browser: whoever leaves a changed form is asked, whoever sends it or changed nothing is not', async () => {
  const browser = await openBrowser();
  after(() => browser.close());
  const page = await openPage(browser, DESKTOP);
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const faults: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  page.on('pageerror', (error) => faults.push(error.message));
  const asked = async (act: (page: BrowserPage) => Promise<unknown>): Promise<number> => {
    let times = 0;
    const count = (dialog: { accept(): Promise<void> }): void => { times += 1; void dialog.accept(); };
    page.on('dialog', count);
    await page.goto(`${address}/`);
    await act(page);
    page.off('dialog', count);
    return times;
  };
  const leave = async (): Promise<void> => { await page.click('text=Væk'); await page.waitForURL('**/elsewhere'); };
  assert.equal(await asked(leave), 0, 'nothing was changed');
  assert.equal(await asked(async () => { await page.fill('[name=title]', 'Efter'); await leave(); }), 1);
  assert.equal(await asked(async () => { await page.selectOption('select', 'B'); await leave(); }), 1);
  assert.equal(await asked(async () => { await page.check('[name=yes]'); await leave(); }), 1);
  assert.equal(await asked(async () => { await page.fill('[name=title]', 'Efter'); await page.fill('[name=title]', 'Før'); await leave(); }), 0, 'it was changed back');
  assert.equal(await asked(async () => { await page.fill('[name=title]', 'Efter'); await page.click('text=Send'); await page.waitForURL('**/sent**'); }), 0, 'it was sent');
  assert.deepEqual(faults.filter((fault) => !fault.includes('/assets/') && !fault.includes('404')), []);
});
