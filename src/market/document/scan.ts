/** A hook for a virus scanner: any program that is given the file on its standard input. */
import { spawn } from 'node:child_process';
import { fail, ok, refuse, type Result } from '#base';

/** Fails for a file that must not be kept. */
export type Scan = (content: Uint8Array) => Promise<Result<true>>;

/** No scanner is set: files are kept as they come, and served as attachments only. */
export const WITHOUT_SCANNER: Scan = async () => ok(true);

const SECONDS = 60;

/**
 * @param program executable that ends with 0 for a clean file, with 1 for one that is not, and otherwise when it cannot tell (as clamdscan does with `-`).
 * @param args what it is called with
 */
export function scanWith(program: string, args: readonly string[] = []): Scan {
  return async (content) => {
    const code = await exitOf(program, args, content);
    if (code === 0) return ok(true);
    if (code === 1) return fail(refuse('invalid', { da: ['Virusscanneren afviste filen.', 'Undersøg den på din egen maskine, og send en ren fil.'], en: ['The virus scanner refused the file.', 'Look at it on your own machine, and upload a clean one.'] }, 'file'));
    return fail(refuse('unavailable', { da: ['Virusscanneren svarede ikke, så filen blev ikke gemt.', 'Prøv igen om lidt, og sig det til dem, der driver denne installation.'], en: ['The virus scanner gave no answer, so the file was not kept.', 'Try again in a while, and tell whoever runs this installation.'] }));
  };
}

/** Null: it could not be started, or was ended. */
async function exitOf(program: string, args: readonly string[], content: Uint8Array): Promise<number | null> {
  const child = spawn(program, [...args], { stdio: ['pipe', 'ignore', 'ignore'], timeout: SECONDS * 1000 });
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => { resolve(null); });
    child.once('close', (code) => { resolve(code); });
  });
  // A scanner that has seen enough closes its input early: its exit code says what it saw.
  child.stdin.on('error', () => {});
  child.stdin.end(content);
  return ended;
}
