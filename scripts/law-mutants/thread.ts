/**
 * A thread that runs tests of the law over and over, each time on modules of their own with another fault in one of them. Starting a
 * process for each fault takes four times as long, most of it for loading what no fault is in.
 */
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import '../seed.mjs';
import { takeTests } from './quick-test.ts';
import type { Trial } from './trials.ts';

const ROOT = path.dirname(path.dirname(import.meta.dirname));
const LAW = pathToFileURL(path.join(ROOT, 'src/law/')).href;
const QUICK_TEST = new URL('quick-test.ts', import.meta.url).href;

const sound = new Map<string, string>();
let round = 0;
let fault: Trial['fault'] = null;

function sourceOf(file: string): string {
  if (fault !== null && file === path.join(ROOT, fault.file)) return stripTypeScriptTypes(fault.text);
  const source = sound.get(file) ?? stripTypeScriptTypes(readFileSync(file, 'utf8'));
  sound.set(file, source);
  return source;
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'node:test') return { url: QUICK_TEST, shortCircuit: true };
    const found = next(specifier, context);
    return found.url.startsWith(LAW) ? { ...found, url: `${found.url}?round=${round}` } : found;
  },
  load(url, context, next) {
    return url.startsWith(LAW) ? { format: 'module', source: sourceOf(fileURLToPath(url)), shortCircuit: true } : next(url, context);
  },
});

/** @throws what the first test throws that does not hold, or a module that cannot be loaded */
async function run(tests: readonly string[]): Promise<void> {
  takeTests();
  for (const test of tests) await import(pathToFileURL(path.join(ROOT, test)).href);
  const bodies = takeTests();
  if (bodies.length === 0) throw new Error('There are no tests.');
  for (const body of bodies) await body();
}

parentPort?.on('message', (trial: Trial) => {
  round += 1;
  fault = trial.fault;
  void run(trial.tests).then(() => parentPort?.postMessage(null, []), (error: unknown) => parentPort?.postMessage(String(error), []));
});
