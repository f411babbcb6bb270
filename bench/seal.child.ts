/** One direction of sealing, measured in a process of its own: `floor FILE`, `seal FILE SEALED` (writes it) or `open FILE SEALED`. Prints what it took as JSON. */
import { open, stat } from 'node:fs/promises';
import { unwrap } from '#base';
import { CHUNK_BYTES, combineShares, letGo, newIdentity, openPart, openShare, sealBid, type BidHeader, type KeySet } from '#seal';

export interface Taken {
  /** Plain bytes that went through: never nothing. */
  readonly result: number;
  readonly seconds: number;
  /** Of all threads, from where the work begins. */
  readonly processorSeconds: number;
  /** By how much the process was larger at its largest than before the work. */
  readonly grownMegabytes: number;
  /** Of `seal`, for `open`. */
  readonly opening?: Opening;
}

interface Opening {
  readonly header: BidHeader;
  readonly keySet: KeySet;
  readonly identities: readonly string[];
}

/** Read into the same memory again and again, as "torvet seal" reads. */
async function* pieces(file: string): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(256 * 1024);
  const handle = await open(file);
  try {
    for (let got = await handle.read(piece); got.bytesRead > 0; got = await handle.read(piece)) yield piece.subarray(0, got.bytesRead);
  } finally {
    await handle.close();
  }
}

/** Bare AES-256-GCM, one chunk read and encrypted after the other, nothing kept. */
async function floor(file: string): Promise<number> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const chunk = new Uint8Array(CHUNK_BYTES);
  const handle = await open(file);
  let done = 0;
  for (;;) {
    const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES);
    if (bytesRead === 0) break;
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv: crypto.getRandomValues(new Uint8Array(12)) }, key, chunk.subarray(0, bytesRead));
    done += bytesRead;
  }
  await handle.close();
  return done;
}

/** Seals with a key set of 2 of 3; the sealed chunks are written only where `open` is to find them. */
async function seal(file: string, sealed: string | null): Promise<{ readonly done: number; readonly opening: Opening }> {
  const keys = await Promise.all(['a', 'b', 'c'].map(() => newIdentity()));
  const keySet: KeySet = { version: 1, purchase: 'p', threshold: 2, holders: keys.map(({ recipient }, at) => ({ id: `h${at}`, name: `h${at}`, recipient })) };
  const { size } = await stat(file);
  const sealing = unwrap(await sealBid({ keySet, lot: 'l', supplier: 's', bidVersion: 1, bid: new Uint8Array(100), files: [{ size, read: () => pieces(file) }] }));
  const out = sealed === null ? null : await open(sealed, 'w');
  for await (const { part, bytes } of sealing.chunks()) {
    if (part === 1) await out?.writeFile(bytes);
    letGo(bytes);
  }
  await out?.close();
  const header = await sealing.header();
  return { done: header.parts[1]?.length ?? 0, opening: { header, keySet, identities: keys.map(({ identity }) => identity) } };
}

/** From two shares to the last plain byte. */
async function opened(sealed: string, { header, keySet, identities }: Opening): Promise<number> {
  const shares = await Promise.all([0, 1].map(async (at) => ({ holder: `h${at}`, share: unwrap(await openShare(header, `h${at}`, identities[at] ?? '')) })));
  const { key } = unwrap(await combineShares(header, keySet, shares));
  let done = 0;
  for await (const plain of openPart({ header, key, part: 1, sealed: pieces(sealed) })) {
    done += plain.length;
    letGo(plain);
  }
  return done;
}

const [kind = '', file = '', sealed = '', given = ''] = process.argv.slice(2);
const before = process.cpuUsage();
const rss = process.memoryUsage.rss();
const started = performance.now();
let result: number;
let opening: Opening | undefined;
if (kind === 'floor') result = await floor(file);
else if (kind === 'open') result = await opened(sealed, JSON.parse(given) as Opening);
else ({ done: result, opening } = await seal(file, sealed === '' ? null : sealed));
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
const grownMegabytes = process.resourceUsage().maxRSS / 1024 - rss / 1024 / 1024;
console.log(JSON.stringify({ result, seconds, processorSeconds: (user + system) / 1e6, grownMegabytes, ...(opening === undefined ? {} : { opening }) } satisfies Taken));
