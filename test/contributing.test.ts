/** CONTRIBUTING.md is a document that runs: its worked example is applied to a copy of the tree and then used. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { readTree, rootFolder } from './support/tree.ts';
import { breaches, breachText } from './support/walls.ts';

interface Block {
  readonly language: string;
  readonly file: string;
  readonly text: string;
}

function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\w+) file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, language = '', file = '', text = '']) => ({ language, file, text }));
}

/** Applies one change: lines with a space are there, those with + come in, those with - go; `@@` parts the places. */
function applied(before: string, change: string): string {
  return change.split(/^@@.*\n/m).reduce((text, hunk) => {
    const marked = hunk.split('\n').filter((line) => line !== '');
    const side = (leaveOut: string) => marked.filter((line) => !line.startsWith(leaveOut)).map((line) => `${line.slice(1)}\n`).join('');
    assert.equal(text.split(side('+')).length, 2, `these lines stand once in the file: ${side('+')}`);
    return text.replace(side('+'), () => side('-'));
  }, before);
}

async function copyTree(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'torvet-example-'));
  after(() => rm(folder, { recursive: true, force: true }));
  for (const [file, text] of tree) {
    if (!/^(?:src|test|scripts|bench)\/|^[^/]+\.json$/.test(file)) continue;
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    // Pictures have no text here, and no page needs one to be rendered.
    await writeFile(path.join(folder, file), text);
  }
  await symlink(path.join(rootFolder, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

function run(folder: string, ...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve) => {
    // Without the mark of a test run the inner one would report to the outer one instead of printing.
    const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
    const child = spawn(process.execPath, args, { cwd: folder, env: { ...env, TSX_TSCONFIG_PATH: path.join(folder, 'tsconfig.json') } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs inside the copy, whose own settings its pages need. */
const FETCH = 'test/fetch.test.ts';
const FETCH_TEXT = `import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fixedClock } from '#base';
import { buildServer } from '#web';
import { testRegister } from './support/database.ts';

const app = await buildServer({
  worlds: { register: await testRegister(), demo: await testRegister() }, clock: fixedClock('2026-11-22T12:00:00Z'),
  url: 'http://localhost', publisher: 'Test', contact: null, metricsToken: null, logLevel: 'error',
});
after(() => app.close());

for (const [address, title] of [['/ordliste', 'Ordliste'], ['/en/ordliste', 'Glossary'], ['/demo/ordliste', 'Ordliste'], ['/en/demo/ordliste', 'Glossary']] as const) {
  void test(address, async () => {
    const { statusCode, body } = await app.inject(address);
    assert.equal(statusCode, 200);
    assert.ok(body.includes('<h1>' + title + '</h1>'));
  });
}
`;

const tree = await readTree();
const blocks = blocksOf(tree.get('CONTRIBUTING.md') ?? '');
const folder = await copyTree();
const added = blocks.filter(({ language }) => language !== 'diff').map(({ file }) => file);

void test('the example of CONTRIBUTING.md can be applied', async () => {
  assert.deepEqual(blocks.map(({ language }) => language).toSorted(), ['diff', 'ts', 'ts', 'ts', 'ts', 'tsx']);
  for (const { language, file, text } of blocks) {
    const place = path.join(folder, file);
    if (language === 'diff') await writeFile(place, applied(await readFile(place, 'utf8'), text));
    else await writeFile(place, text, { flag: 'wx' });
  }
  await writeFile(path.join(folder, FETCH), FETCH_TEXT);
});

void test('its types hold', async () => {
  const { code, output } = await run(folder, 'node_modules/typescript/bin/tsc', '--listFiles');
  assert.equal(code, 0, output.split('\n').filter((line) => line.includes('error')).join('\n'));
  for (const file of added) assert.ok(output.includes(file), `the compiler looked at ${file}`);
});

void test('it passes the linter', async () => {
  const { code, output } = await run(folder, 'node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', ...added);
  assert.equal(code, 0, output);
  assert.match(output, new RegExp(`on ${added.length} files`));
});

void test('it keeps the walls', async () => {
  const copy = await readTree(folder);
  for (const file of added) assert.ok(copy.has(file), file);
  const known = new Set(breaches(tree).map(breachText));
  assert.deepEqual(breaches(copy).map(breachText).filter((breach) => !known.has(breach)), []);
});

void test('its own test passes', async () => {
  const tests = added.filter((file) => file.includes('.test.'));
  const { code, output } = await run(folder, '--import', 'tsx', '--test', '--test-reporter=tap', ...tests);
  assert.equal(code, 0, output);
  assert.match(output, /^# pass 2$/m);
});

void test('the server shows the page, in both languages and both worlds', async () => {
  const { code, output } = await run(folder, '--import', 'tsx', '--test', '--test-reporter=tap', FETCH);
  assert.equal(code, 0, output);
  assert.match(output, /^# pass 4$/m);
});
