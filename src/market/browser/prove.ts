/** Answers what is asked of a holder's key: decrypts the challenge of the page with the key file, here, and fills in the answer. */
import { decryptWith, readIdentity } from '#seal';
import { part } from './page.ts';

const keyFile = part('noeglefil', HTMLInputElement);
const field = part('f-answer', HTMLInputElement);
const answer = part('noegle-svar', HTMLElement);
const challenge = document.querySelector('[data-challenge]');

keyFile.addEventListener('change', () => { void prove(); });

async function prove(): Promise<void> {
  const [file] = keyFile.files ?? [];
  if (file === undefined) return;
  const identity = await readIdentity(await file.text());
  const sealed = Uint8Array.fromBase64((challenge?.textContent ?? '').trim());
  const plain = identity.ok ? await decryptWith(identity.value.identity, sealed) : identity;
  field.value = plain.ok ? plain.value.toBase64() : '';
  answer.textContent = answer.dataset[plain.ok ? 'ready' : 'wrong'] ?? '';
}
