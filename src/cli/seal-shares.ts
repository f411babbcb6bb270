import { readFile } from 'node:fs/promises';
import { fail, FailureError, isObject, ok, unwrap, type Json, type JsonObject, type Result } from '#base';
import { canonicalJson, checkBelongs, checkKeySet, openShare, readHeader, readIdentity, sharesCommitment, type BidHeader, type HoldersShares, type KeySet } from '#seal';
import { readObject, writePrivate } from './seal-files.ts';
import type { SharesOptions } from './seal.ts';
import type { ExitCode, Streams } from './wiring.ts';

/** Decrypts a holder's shares of all bids. A bid that holds none for this holder has null in its place and is told on the standard error. */
export async function openSharesCommand(file: string, { identity: keyFile, out }: SharesOptions, { stdin, stdout, stderr }: Streams): Promise<ExitCode> {
  const { identity, recipient } = unwrap(await readIdentity(await readText(keyFile)));
  const { purchase, keySet, bids } = unwrap(sharesAsked(unwrap(await readObject(file, stdin))));
  const holder = unwrap(holderOf(keySet, recipient));
  const shares: [string, string | null][] = [];
  for (const { submission, header } of bids) {
    const share = await shareOf(header, keySet, { holder, identity });
    if (!share.ok) stderr.write(`no share: ${submission}: ${share.failure.message}\n`);
    shares.push([submission, share.ok ? share.value : null]);
  }
  const list: HoldersShares = { purchase, holder, shares };
  const commitment = await sharesCommitment(list);
  const written = `${JSON.stringify({ purchase, holder, commitment, shares })}\n`;
  if (out === undefined) stdout.write(written);
  else {
    await writePrivate(out, written);
    stdout.write(`Commitment: ${commitment}\nGive this now, and ${out} when enough holders have committed.\n`);
  }
  return shares.some(([, share]) => share === null) ? 1 : 0;
}

interface SharesAsked {
  readonly purchase: string;
  readonly keySet: KeySet;
  readonly bids: readonly { readonly submission: string; readonly header: Json }[];
}

function sharesAsked({ purchase, keySet: given, bids }: JsonObject): Result<SharesAsked> {
  const keySet = checkKeySet(given);
  if (!keySet.ok) return keySet;
  if (purchase !== keySet.value.purchase) return wrong('/purchase', 'The purchase is not that of the key set.');
  if (!Array.isArray(bids)) return wrong('/bids', 'There is no list of bids.');
  const read: { submission: string; header: Json }[] = [];
  for (const [at, bid] of bids.entries()) {
    if (!isObject(bid) || typeof bid['submission'] !== 'string' || bid['header'] === undefined) return wrong(`/bids/${at}`, 'A bid has no submission or no header.');
    if (read.some(({ submission }) => submission === bid['submission'])) return wrong(`/bids/${at}`, `The submission ${bid['submission']} stands there twice.`);
    read.push({ submission: bid['submission'], header: bid['header'] });
  }
  return ok({ purchase, keySet: keySet.value, bids: read });
}

/** The id of the holder whose key it is. */
function holderOf(keySet: KeySet, recipient: string): Result<string> {
  const found = keySet.holders.find((one) => one.recipient === recipient);
  if (found !== undefined) return ok(found.id);
  return fail({ kind: 'invalid', message: 'The key is that of no holder of this purchase.', help: `The holders are ${keySet.holders.map(({ name }) => name).join(', ')}. Give the key that one of them proved to have.`, place: '--identity' });
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FailureError({ kind: 'invalid', message: `The key in ${file} cannot be read (${code ?? message}).`, help: 'Give the file that "torvet key new" wrote.', place: '--identity' });
  }
}

async function shareOf(given: Json, keySet: KeySet, { holder, identity }: { readonly holder: string; readonly identity: string }): Promise<Result<string>> {
  const header = headerOf(given);
  if (!header.ok) return header;
  const belongs = await checkBelongs(header.value, { keySet });
  return belongs.ok ? openShare(header.value, holder, identity) : belongs;
}

/** The header came inside another document, so its spelling says nothing; everything else about it is checked. */
function headerOf(given: Json): Result<BidHeader> {
  try {
    return readHeader(new TextEncoder().encode(canonicalJson(given)));
  } catch {
    return wrong('/header', 'The header holds what no header holds.');
  }
}

function wrong(place: string, message: string): { readonly ok: false; readonly failure: { readonly kind: 'invalid'; readonly message: string; readonly help: string; readonly place: string } } {
  return fail({ kind: 'invalid', message, help: 'Fetch the shares from the page of the purchase again.', place });
}
