/**
 * The scripts of pages: each `src/<room>/browser/<name>.ts` becomes one file, put together in memory when the first page or
 * address asks, and stands under an address with its hash. Nobody waits for it at start, and nothing is written anywhere.
 */
import { createHash } from 'node:crypto';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { FailureError } from '#base';
import { notFound } from '#register';
import type { PageScript } from '#ui';

/** A script as it is served. */
export interface ServedScript extends PageScript {
  /** Room and name: `market/unsaved`. */
  readonly name: string;
  /** Of the bytes, as 64 hexadecimal digits. */
  readonly sha256: string;
  readonly body: Buffer;
}

export type Scripts = ReadonlyMap<string, ServedScript>;

const ROOT = path.join(import.meta.dirname, '..');
/** Browsers of the last three years. */
const TARGET = ['chrome120', 'edge120', 'firefox121', 'safari17.2'];
const FOLDER = '/assets/scripts/';

let bundled: Promise<Scripts> | undefined;
let forPages: Promise<Scripts> | undefined;

/** The scripts of this installation, by name. They are put together once in a process. @throws when one cannot be. */
export function pageScripts(): Promise<Scripts> {
  bundled ??= bundle(ROOT);
  return bundled;
}

/** @param root the folder of the rooms */
export async function bundle(root: string): Promise<Scripts> {
  const files = (await Array.fromAsync(glob('*/browser/*.ts', { cwd: root }))).filter((file) => !/\.test\.ts$|\.d\.ts$/.test(file)).sort();
  if (files.length === 0) return new Map();
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root, entryPoints: files, outbase: root, outdir: root, write: false,
    bundle: true, minify: true, format: 'esm', platform: 'browser', target: TARGET, charset: 'utf8', legalComments: 'none', logLevel: 'silent',
    // What stands in a tsconfig is of the checker's business alone.
    tsconfigRaw: {},
  });
  // Otherwise its process would stay for as long as the server.
  await esbuild.stop();
  return new Map(outputFiles.map((output) => {
    const name = path.relative(root, output.path).replaceAll(path.sep, '/').replace('/browser/', '/').replace(/\.js$/, '');
    return [name, served(name, Buffer.from(output.contents))];
  }));
}

function served(name: string, body: Buffer): ServedScript {
  const hash = createHash('sha256').update(body).digest();
  const sha256 = hash.toString('hex');
  return { name, body, sha256, src: `${FOLDER}${name.replace('/', '-')}.${sha256.slice(0, 16)}.js`, integrity: `sha256-${hash.toString('base64')}` };
}

/** The scripts for a page; none, and one line in the log, when they cannot be put together: every page works without. */
export function scriptsOrNone(log: FastifyBaseLogger): Promise<Scripts> {
  forPages ??= pageScripts().catch((error: unknown) => {
    log.error({ err: error }, 'the scripts of the pages cannot be put together');
    return new Map();
  });
  return forPages;
}

/** The scripts themselves, and the public list of their hashes: whoever seals a bid in a browser can hold the script of the page against it. */
export function addScripts(app: FastifyInstance): void {
  app.get<{ Params: { file: string } }>(`${FOLDER}:file`, { schema: { hide: true }, logLevel: 'warn' }, async (request, reply) => {
    const script = [...(await pageScripts()).values()].find(({ src }) => src === FOLDER + request.params.file);
    if (script === undefined) throw new FailureError(notFound('There is no script at this address.', 'After an update a page that was open asks for the old one: load it anew.'));
    return reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(script.body);
  });
  app.get('/api/seal', { schema: { hide: true } }, async () => ({
    scripts: [...(await pageScripts()).values()].map(({ name, src, body, sha256, integrity }) => ({ name, address: src, bytes: body.length, sha256, integrity })),
  }));
}
