import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { FailureError, unwrap } from '#base';
import { readNotice } from '#eforms';
import { filesAt, isUnreadable, openSource, valuesOf, type Found } from '#register';
import type { CommandConfig, ExitCode, Streams } from './wiring.ts';

/**
 * Writes each notice of the files as one OCDS release on a line of its own. What is no whole notice is told on the standard
 * error and gives no line.
 */
export async function toOcdsCommand(config: CommandConfig, files: readonly string[], flags: { out?: string }, streams: Streams): Promise<ExitCode> {
  const out = flags.out === undefined ? streams.stdout : await openOut(flags.out);
  let worst: ExitCode = 0;
  for (const place of files) {
    for (const file of unwrap(await filesAt(place))) {
      const opened = unwrap(await openSource(file, { input: streams.stdin }));
      try {
        for await (const group of valuesOf(opened.source)) {
          for (const found of group) {
            const line = lineOf(found, config.ocidPrefix);
            if (typeof line === 'string') await write(out, line);
            else {
              streams.stderr.write(`not read: ${opened.source.name}, ${found.place}: ${line.message} ${line.help ?? ''}\n`);
              worst = 1;
            }
          }
        }
      } finally {
        await opened.cleanUp();
      }
    }
  }
  if (out !== streams.stdout) {
    out.end();
    await once(out, 'close');
  }
  return worst;
}

function lineOf(found: Found, ocidPrefix: string): string | { readonly message: string; readonly help?: string } {
  if (isUnreadable(found)) return found.failure;
  if (found.kind === 'json') return { message: 'It is JSON, and no notice in XML.', help: 'A release needs no conversion; import it.' };
  const notice = readNotice(found.bytes, { ocidPrefix });
  return notice.ok ? `${JSON.stringify(notice.value.release)}\n` : notice.failure;
}

async function openOut(file: string): Promise<Writable> {
  const stream = createWriteStream(file);
  try {
    await once(stream, 'open');
    return stream;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FailureError({ kind: 'invalid', message: `The releases cannot be written to ${file} (${code ?? message}).`, help: 'Name another file with --out.' });
  }
}

async function write(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain');
}
