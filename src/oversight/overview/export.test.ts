import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { testRegister } from '../../../test/support/database.ts';
import { exportOverview, type ExportOptions } from './export.tsx';
import { OVERVIEW_FOLDER } from './overviews.ts';

const db = await testRegister();
const folder = mkdtempSync(path.join(tmpdir(), 'torvet-overviews-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const options = (more: Partial<ExportOptions> = {}): ExportOptions => ({
  id: 'kmd-opus', lang: 'da', at: Temporal.Instant.from('2026-11-27T12:00:00Z'), url: 'https://torvet.example', publisher: { name: 'Prøven', email: 'svar@torvet.example' }, ...more,
});
const textOf = (files: Awaited<ReturnType<typeof exportOverview>>, name: string): string => {
  const body = files.find((file) => file.name === name)?.body ?? assert.fail(name);
  return typeof body === 'string' ? body : Buffer.from(body).toString('latin1');
};

void test('a page, CSV, JSON and PDF; the page needs nothing but itself, and every row stands open in it', async () => {
  for (const [lang, lead] of [['da', 'Gemt 27. november 2026'], ['en', 'Saved 27 November 2026']] as const) {
    const files = await exportOverview(db, options({ lang }));
    assert.deepEqual(files.map(({ name }) => name), ['index.html', 'kmd-opus.csv', 'kmd-opus.json', 'kmd-opus.pdf']);
    const html = textOf(files, 'index.html');
    assert.ok(html.includes(lead) && html.includes('https://torvet.example') && html.includes('Prøven'));
    assert.doesNotMatch(html, /<script|<link|<img|<form|url\((?!#)|(?:href|src)="\//);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
    assert.ok(targets.length > 20);
    for (const id of targets) assert.ok(html.includes(`id="${id}"`), id);
    for (const [, address = ''] of html.matchAll(/href="(?!#|data:)([^"]+)"/g)) assert.match(address, /^https?:\/\/|^kmd-opus\.(?:csv|json|pdf)$/);
    assert.equal(html.match(/<details class="case-fold" open>/g)?.length, 3);
    assert.doesNotMatch(html, /aria-sort|\?sort=/);
    assert.match(textOf(files, 'kmd-opus.pdf'), /^%PDF-1\.7[\s\S]*\/StructTreeRoot/);
    assert.equal((JSON.parse(textOf(files, 'kmd-opus.json')) as { rows: unknown[] }).rows.length, 98);
    assert.match(textOf(files, 'kmd-opus.csv'), /^municipality,status/);
  }
});

void test('the same at the same instant is the same to the letter', async () => {
  const [one, two] = [await exportOverview(db, options()), await exportOverview(db, options())];
  assert.deepEqual(one, two);
});

void test('an overview that is not there, or has a mistake, is told with what to do', async () => {
  await assert.rejects(exportOverview(db, options({ id: 'findes-ikke' })), /There is no overview called "findes-ikke"/);
  cpSync(OVERVIEW_FOLDER, folder, { recursive: true });
  writeFileSync(path.join(folder, 'kmd-opus/overview.yaml'), 'subject: system\n');
  await assert.rejects(exportOverview(db, options({ folder })), /kmd-opus\/overview\.yaml, line 1: /);
  assert.equal((await exportOverview(db, options({ folder, id: 'kmd-opera' }))).length, 4);
});
