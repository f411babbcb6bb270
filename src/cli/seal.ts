import { open, rm, type FileHandle } from 'node:fs/promises';
import { fail, FailureError, unwrap, type JsonObject } from '#base';
import { bidFileHead, canonicalJson, checkBelongs, checkKeySet, decryptWith, envelopeHash, identityFile, letGo, newIdentity, readBidFile, readIdentity, sealBid, type BidHeader, type KeySet, type Sealing } from '#seal';
import { fileToSeal, notWritten, openForReading, readObject, readText, writePrivate, type NamedFile } from './seal-files.ts';
import type { ExitCode, Streams } from './wiring.ts';

export interface SealOptions {
  readonly keySet?: string;
  readonly purchase?: string;
  readonly lot?: string;
  readonly supplier?: string;
  readonly bidVersion?: string;
  readonly bid?: string;
  readonly out?: string;
  readonly json?: boolean;
}

export interface CheckOptions {
  readonly keySet?: string;
  readonly json?: boolean;
}

export interface SharesOptions {
  readonly identity: string;
  readonly out?: string;
}

export async function newKeyCommand({ out, json = false }: { readonly out?: string; readonly json?: boolean }, { stdout }: Streams): Promise<ExitCode> {
  const key = await newIdentity();
  if (out !== undefined) await writePrivate(out, identityFile(key));
  const shown = out === undefined ? key : { recipient: key.recipient };
  stdout.write(json ? `${JSON.stringify(shown)}\n` : out === undefined ? identityFile(key) : `${key.recipient}\n`);
  return 0;
}

/** Decrypts what a purchase asks of a holder's key, to show that the key is there. @throws FailureError when it does not open it */
export async function proveKeyCommand(file: string, { identity }: { readonly identity: string }, { stdin, stdout }: Streams): Promise<ExitCode> {
  const key = unwrap(await readIdentity(await readText(identity, '--identity', stdin)));
  const sealed = Buffer.from((await readText(file, file, stdin)).trim(), 'base64');
  stdout.write(`${Buffer.from(unwrap(await decryptWith(key.identity, sealed))).toString('base64')}\n`);
  return 0;
}

/** Seals a bid and its files into one file. @throws FailureError that names the option or file */
export async function sealCommand(files: readonly string[], options: SealOptions, { stdin, stdout }: Streams): Promise<ExitCode> {
  const { keySet: keySetFile, purchase, lot, supplier, bidVersion, bid: bidFile, out, json = false } = allOf(options);
  const keySet = unwrap(checkKeySet(unwrap(await readObject(keySetFile, stdin))));
  if (keySet.purchase !== purchase) {
    throw new FailureError({ kind: 'invalid', message: `The key set is that of the purchase ${keySet.purchase}, not of ${purchase}.`, help: 'Fetch the key set from the page of the purchase.', place: '--key-set' });
  }
  const given = unwrap(await readObject(bidFile, stdin));
  const toSeal = [];
  for (const file of files) toSeal.push(await fileToSeal(file));
  const bid = bidBytes(bidFile, given, toSeal.map(({ named }) => named));
  const sealing = unwrap(await sealBid({ keySet, lot, supplier, bidVersion: Number(bidVersion), bid, files: toSeal.map(({ file }) => file) }));
  const header = await writeSealed(out, sealing);
  const envelope = await envelopeHash(header);
  const bytes = header.parts.reduce((sum, { ciphertext }) => sum + ciphertext, 0);
  stdout.write(json ? `${JSON.stringify({ file: out, envelope, bytes, parts: header.parts.length })}\n`
    : `Sealed: ${out}, the bid and ${files.length} file(s), ${bytes} bytes.\nEnvelope: ${envelope}\nNOT SUBMITTED: send it to the purchase, and keep the receipt, which names this envelope.\n`);
  return 0;
}

const NEEDED = { keySet: '--key-set', purchase: '--purchase', lot: '--lot', supplier: '--supplier', bidVersion: '--bid-version', bid: '--bid', out: '--out' } as const satisfies Partial<Record<keyof SealOptions, string>>;

/** Checked here, for `torvet seal check` is a command under this one that needs none of them. */
function allOf(options: SealOptions): Required<Omit<SealOptions, 'json'>> & Pick<SealOptions, 'json'> {
  const missing = Object.entries(NEEDED).filter(([key]) => options[key as keyof SealOptions] === undefined).map(([, flag]) => flag);
  if (missing.length === 0) return options as Required<SealOptions>;
  throw new FailureError({ kind: 'invalid', message: `To seal a bid, ${missing.join(', ')} must be given too.`, help: 'torvet seal --help shows an example.', place: missing[0] ?? '' });
}

function bidBytes(file: string, given: JsonObject, files: readonly NamedFile[]): Uint8Array {
  if ('files' in given) unwrap(fail({ kind: 'invalid', message: `${file} lists files itself.`, help: 'Leave "files" out and name the files on the command line: names, sizes and hashes are put in by this command.', place: '/files' }));
  try {
    return new TextEncoder().encode(canonicalJson({ ...given, files }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new FailureError({ kind: 'invalid', message: `${file} holds something that is not sealed: ${error.message}`, help: 'Write amounts as texts: "1234.50".', place: file });
  }
}

/** The header comes first in the file and is known last, so the parts wait beside it. Nothing is left behind when it fails. */
async function writeSealed(out: string, sealing: Sealing): Promise<BidHeader> {
  const waiting = `${out}.parts`;
  const made: string[] = [];
  const handles: FileHandle[] = [];
  const create = async (file: string): Promise<FileHandle> => {
    const handle = await open(file, 'wx+', 0o600).catch((error: unknown) => notWritten(file, error));
    made.push(file);
    handles.push(handle);
    return handle;
  };
  try {
    const target = await create(out);
    const parts = await create(waiting);
    for await (const { bytes } of sealing.chunks()) {
      await parts.writeFile(bytes);
      letGo(bytes);
    }
    const header = await sealing.header();
    await target.writeFile(bidFileHead(header));
    await target.writeFile(parts.createReadStream({ start: 0, autoClose: false, highWaterMark: 1024 * 1024 }));
    await target.sync();
    made.shift();
    return header;
  } catch (error) {
    if (['write', 'fsync'].includes((error as NodeJS.ErrnoException).syscall ?? '')) notWritten(out, error);
    throw error;
  } finally {
    for (const handle of handles) await handle.close();
    for (const file of made) await rm(file, { force: true });
  }
}

/** Whether a file is a sealed bid that came through whole: the check says yes (0) or no (1). */
export async function checkCommand(file: string, { keySet, json = false }: CheckOptions, streams: Streams): Promise<ExitCode> {
  const wanted = keySet === undefined ? null : unwrap(checkKeySet(unwrap(await readObject(keySet, streams.stdin))));
  const source = await openForReading(file, streams.stdin);
  try {
    const header = await checked(source, wanted);
    const { purchase, lot, supplier, bidVersion, parts } = header;
    const envelope = await envelopeHash(header);
    streams.stdout.write(json ? `${JSON.stringify({ valid: true, envelope, purchase, lot, supplier, bidVersion, parts })}\n`
      : `Whole: version ${bidVersion} of the bid of ${supplier} on lot ${lot} of purchase ${purchase}, with ${parts.length - 1} file(s).\nEnvelope: ${envelope}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { message, help = '' } = error.failure;
    if (json) streams.stdout.write(`${JSON.stringify({ valid: false, message, help })}\n`);
    else streams.stderr.write(`torvet: ${message}\n        ${help}\n`);
    return 1;
  }
}

async function checked(source: AsyncIterable<Uint8Array>, keySet: KeySet | null): Promise<BidHeader> {
  const { header, chunks, close } = unwrap(await readBidFile(source));
  try {
    if (keySet !== null) unwrap(await checkBelongs(header, { keySet }));
    for await (const { bytes } of chunks()) letGo(bytes);
    return header;
  } finally {
    await close();
  }
}
