/** A bidder's program that talks to a server of intake over HTTP, and the process of that server. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { ClientConfig } from 'pg';
import type { Sender } from '#intake';
import { LOT, type TestBid } from './intake-bids.ts';

export interface ChildServer {
  readonly port: number;
  readonly process: ChildProcess;
  readonly ended: Promise<unknown>;
}

const ROOT = path.join(import.meta.dirname, '../..');

/** Packages stay where they are, and a file still knows where it stood. */
const IN_PLACE: Plugin = {
  name: 'in place',
  setup: (builder) => {
    builder.onResolve({ filter: /^[^.#/]/ }, ({ path: name, kind }) => (kind === 'entry-point' ? null : { path: name, external: true }));
    builder.onLoad({ filter: /\.tsx?$/ }, async ({ path: file }) => ({ contents: (await readFile(file, 'utf8')).replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file))), loader: file.endsWith('x') ? 'tsx' : 'ts' }));
  },
};

let bundled: Promise<string> | undefined;

/** The child as one file, put together once: reading hundreds of sources is most of its start, and tests start many. Beside the packages, where their names lead to them. */
async function bundle(): Promise<string> {
  const folder = mkdtempSync(path.join(ROOT, 'node_modules/.torvet-'));
  process.once('exit', () => { rmSync(folder, { recursive: true, force: true }); });
  const outfile = path.join(folder, 'intake-child.mjs');
  await build({
    absWorkingDir: ROOT, entryPoints: [path.join(import.meta.dirname, 'intake-child.ts')], outfile, bundle: true, platform: 'node', format: 'esm', jsx: 'automatic', jsxImportSource: 'preact', plugins: [IN_PLACE], logLevel: 'silent',
  });
  return outfile;
}

/** Starts a server in a process of its own. @param point where it kills itself; empty: nowhere @param wait milliseconds after that point */
export async function startChild(connection: ClientConfig, point = '', wait = 0): Promise<ChildServer> {
  bundled ??= bundle();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', await bundled, JSON.stringify(connection), point, String(wait)], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => { errors += data.toString(); });
  const ended = once(child, 'exit');
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(Number(data.toString())));
    void ended.then(() => reject(new Error(`The server of intake did not start:\n${errors}`)));
  });
  return { port, process: child, ended };
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Sends as one supplier to whatever port the server has now. */
export class Bidder {
  readonly #sender: Sender;
  readonly #purchase: string;

  constructor(purchase: string, sender: Sender) {
    this.#purchase = purchase;
    this.#sender = sender;
  }

  async begin(port: number): Promise<string> {
    const { status, body } = await this.#ask(port, 'POST', 'uploads');
    if (status !== 200) throw new Error(body);
    return (JSON.parse(body) as { upload: string }).upload;
  }

  async put(port: number, upload: string, { chunks }: TestBid): Promise<void> {
    for (const { part, chunk, bytes, sha256 } of chunks) {
      const { status, body } = await this.#ask(port, 'PUT', `uploads/${upload}/parts/${part}/chunks/${chunk}`, { 'content-type': 'application/octet-stream', 'x-chunk-sha256': sha256 }, Buffer.from(bytes));
      if (status !== 200) throw new Error(body);
    }
  }

  submit(port: number, upload: string, bid: TestBid, key: string): Promise<Answer> {
    return this.#ask(port, 'POST', 'submissions', { 'content-type': 'application/json', 'idempotency-key': key }, JSON.stringify({ upload, header: new TextDecoder().decode(bid.headerBytes) }));
  }

  withdraw(port: number, key: string): Promise<Answer> {
    return this.#ask(port, 'POST', 'withdrawals', { 'idempotency-key': key });
  }

  async #ask(port: number, method: string, what: string, headers: Readonly<Record<string, string>> = {}, body: Buffer | string | null = null): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/market/bids/${this.#purchase}/${LOT}/${what}`, {
      method, headers: { 'x-supplier': this.#sender.supplier, 'x-person': this.#sender.person, ...headers }, ...(body === null ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    return { status: response.status, body: await response.text() };
  }
}
