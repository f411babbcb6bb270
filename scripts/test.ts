/** `npm test`: every gate in turn. A gate that looked at nothing has failed, whatever it says. */
import { spawn } from 'node:child_process';
import { glob, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openServer } from '#store';
import { findBrowser } from '../test/support/browser.ts';

const root = path.dirname(import.meta.dirname);
const only = process.argv.slice(2);
const loader = path.join(root, 'node_modules/tsx/dist/esm/index.mjs');

interface Outcome {
  readonly code: number;
  readonly output: string;
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, quiet = false): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (!quiet) process.stdout.write(chunk);
      });
    }
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

async function filesOf(...patterns: string[]): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(patterns, { cwd: root })) files.push(file);
  return files.sort();
}

/** The number in a tool's own account of what it did, or a failure when there is none. */
function counted(gate: string, output: string, pattern: RegExp, least: number): void {
  const count = Number(pattern.exec(output)?.[1] ?? 0);
  if (count < least) throw new Error(`The gate "${gate}" looked at ${count} things; at least ${least} were there to look at.`);
}

/** One program of the compiler: those that it looks at, by its own account, are at least the sources that there are. */
async function program(config: string, sources: readonly string[]): Promise<void> {
  const tsc = [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', config];
  const listed = await run(process.execPath, [...tsc, '--listFilesOnly'], {}, true).then(({ output }) => new Set(output.split('\n').map((line) => path.relative(root, line.trim()))));
  const unseen = sources.filter((file) => !listed.has(file));
  if (sources.length === 0 || unseen.length > 0) throw new Error(`The compiler looked at ${sources.length - unseen.length} of ${sources.length} files of ${config}; not at ${unseen.join(', ')}.`);
  const { code } = await run(process.execPath, tsc);
  if (code !== 0) throw new Error(`The types of ${config} do not hold.`);
  console.log(`types: ${sources.length} files of ${config} hold.`);
}

async function types(): Promise<void> {
  const sources = await filesOf('{src,test,scripts,bench}/**/*.{ts,tsx}');
  const browser = new Set(await filesOf('src/*/browser/**/*.ts'));
  await program('tsconfig.json', sources.filter((file) => !browser.has(file)));
  await program('tsconfig.browser.json', [...browser]);
}

async function lint(): Promise<void> {
  const sources = await filesOf('{src,test,scripts,bench}/**/*.{ts,tsx}');
  const { code, output } = await run(process.execPath, [path.join(root, 'node_modules/oxlint/bin/oxlint'), '--type-aware', '--deny-warnings']);
  counted('lint', output, /on (\d+) files/, sources.length);
  if (code !== 0) throw new Error('The linter found something.');
}

async function tests(name: string, files: readonly string[], dataFolder: string, concurrency: number): Promise<void> {
  if (files.length === 0) throw new Error(`There are no files for "${name}".`);
  const { code, output } = await run(
    process.execPath,
    ['--import', loader, '--import', path.join(root, 'scripts/seed.mjs'), '--disable-warning=ExperimentalWarning', '--test', `--test-concurrency=${concurrency}`, '--test-reporter=dot', '--test-reporter-destination=stdout', '--test-reporter=./scripts/summary-reporter.mjs', '--test-reporter-destination=stdout', ...files],
    { TEST_DATA_FOLDER: dataFolder, NODE_ENV: 'test' },
  );
  counted(name, output, /(\d+) passed/, files.length);
  if (code !== 0) throw new Error(`${name}: something failed; it stands above.`);
}

async function main(): Promise<void> {
  const browser = await findBrowser();
  if (!browser.ok) throw new Error(browser.failure.message);
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'torvet-test-'));
  // Held open for the whole run: each test file joins it and makes databases of its own.
  const server = await openServer({ dataFolder, databaseUrl: null, name: 'torvet test' });
  const gates: Record<string, () => Promise<void>> = {
    types, lint,
    tests: async () => tests('unit and integration', await filesOf('{src,test,scripts}/**/*.test.{ts,tsx}'), dataFolder, 2),
    stories: async () => tests('browser stories', await filesOf('test/stories/*.story.ts'), dataFolder, 2),
  };
  try {
    for (const [name, gate] of Object.entries(gates)) {
      if (only.length > 0 && !only.includes(name)) continue;
      const started = performance.now();
      await gate();
      console.log(`— ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
    }
  } finally {
    await server.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
