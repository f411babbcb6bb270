import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { unwrap } from '#base';
import { findBrowser } from './browser.ts';

const root = path.join(import.meta.dirname, '../..');
const launcher = path.join(root, 'scripts/launch.mjs');

/** A server as somebody starts it: the launcher, a data folder of its own, any free port. */
export interface Running {
  readonly address: string;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  /** Everything it printed. */
  output(): string;
  /** Stops it as Ctrl-C or a service manager does; gives its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export async function startTorvet(dataFolder: string, environment: NodeJS.ProcessEnv = {}, command = [process.execPath, launcher, 'serve']): Promise<Running> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd: root, env: { ...cleanEnvironment(), TORVET_DATA: dataFolder, PORT: '0', ...environment } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  const exited = new Promise<number | null>((resolve) => { child.once('exit', (code) => resolve(code)); });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const [found] = /http:\/\/localhost:\d+/.exec(output) ?? [];
      if (found) resolve(found);
    });
    void exited.then((code) => reject(new Error(`The server ended with ${code} before it listened:\n${output}`)));
  });
  return {
    address, dataFolder, process: child,
    output: () => output,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return exited;
    },
  };
}

/** Runs a command to its end. */
export function runTorvet(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [launcher, ...args], { cwd: root, env: { ...cleanEnvironment(), ...environment } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => { stdout += chunk.toString(); });
    child.stderr.on('data', (chunk: Buffer) => { stderr += chunk.toString(); });
    child.stdin.end();
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

// What the tests themselves run with must not reach the program under test.
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(TORVET_|TEST_|NODE_|npm_|DATABASE_URL$|PORT$)/.test(name)));
}

export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'torvet-story-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

const QUIET = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: unwrap(await findBrowser()), args: QUIET });
}

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, locale: 'da-DK' };
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, locale: 'da-DK', hasTouch: true };

export async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  return context.newPage();
}
