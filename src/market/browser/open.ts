/** The page of an opening, for a holder: decrypts the holder's shares with the key file, here, and fills in what is to be sent. */
import { canonicalJson, checkBelongs, openShare, readHeader, readIdentity, sharesCommitment, type BidHeader, type HoldersShares, type KeySet } from '#seal';
import { filled, part, problemIn, saveFile } from './page.ts';

interface SharesToOpen {
  readonly purchase: string;
  readonly keySet: KeySet;
  readonly bids: readonly { readonly submission: string; readonly header: BidHeader }[];
}

const form = part('aabn-dele', HTMLFormElement);
const texts = JSON.parse(form.dataset['texts'] ?? '') as Readonly<Record<string, string>>;
const answer = part('dele-svar', HTMLElement);
const keyFile = part('noeglefil', HTMLInputElement);

function say(key: string, values: Readonly<Record<string, string | number>> = {}): void {
  answer.textContent = filled(texts[key] ?? key, values);
}

/** Null: it holds no share for this holder, or is no header of this purchase. */
async function shareOf(header: BidHeader, keySet: KeySet, holder: string, identity: string): Promise<string | null> {
  const read = readHeader(new TextEncoder().encode(canonicalJson(header)));
  const belongs = read.ok ? await checkBelongs(read.value, { keySet }) : read;
  const share = belongs.ok ? await openShare(belongs.value, holder, identity) : belongs;
  return share.ok ? share.value : null;
}

async function openShares(): Promise<void> {
  const [file] = keyFile.files ?? [];
  if (file === undefined) return say('needKey');
  const identity = await readIdentity(await file.text());
  if (!identity.ok) return say('wrongKey');
  const fetched = await fetch(form.action, { method: 'POST', headers: { accept: 'application/json' } });
  if (!fetched.ok) return say('refused', { why: await problemIn(fetched) });
  const { purchase, keySet, bids } = await fetched.json() as SharesToOpen;
  const holder = keySet.holders.find(({ recipient }) => recipient === identity.value.recipient);
  if (holder === undefined || holder.id !== form.dataset['holder']) return say('otherKey');
  const shares: [string, string | null][] = [];
  for (const { submission, header } of bids) shares.push([submission, await shareOf(header, keySet, holder.id, identity.value.identity)]);
  await show({ purchase, holder: holder.id, shares });
}

async function show(list: HoldersShares): Promise<void> {
  const commitment = await sharesCommitment(list);
  const none = list.shares.filter(([, share]) => share === null).length;
  const commit = document.querySelector('input[name="commitment"]');
  const reveal = document.querySelector('textarea[name="shares"]');
  if (commit instanceof HTMLInputElement) {
    commit.value = commitment;
    saveFile('torvet-dele.json', 'application/json', `${JSON.stringify({ ...list, commitment })}\n`);
    say(none === 0 ? 'readyToCommit' : 'someMissing', { none });
  } else if (reveal instanceof HTMLTextAreaElement) {
    reveal.value = JSON.stringify({ ...list, commitment });
    say('readyToReveal');
  }
}

form.addEventListener('submit', (event) => {
  // Without a key file the list is downloaded, as it is without this script.
  if ((keyFile.files ?? []).length === 0) return;
  event.preventDefault();
  openShares().catch((error: unknown) => { say('refused', { why: error instanceof Error ? error.message : String(error) }); });
});
