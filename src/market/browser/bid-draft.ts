/** Drafts: encrypted here for the keys of the supplier's own people before they are stored. */
import { isObject, unwrap } from '#base';
import { decryptWith, encryptTo, readIdentity } from '#seal';
import { setValues, valuesOf, type About } from './bid-form.ts';
import { Refused } from './page.ts';

/** @returns the new version; null: a colleague has saved one since @throws Refused */
export async function saveDraft(form: HTMLFormElement, { recipients, draft }: About, version: number): Promise<number | null> {
  const plain = new TextEncoder().encode(JSON.stringify({ version: 1, values: valuesOf(form) }));
  const sealed = unwrap(await encryptTo(recipients, plain)).toBase64();
  const answer = await fetch(draft, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ version, sealed }) });
  if (answer.status === 409) return null;
  if (!answer.ok) throw new Refused(answer.status, `${answer.status} ${answer.statusText}`);
  return (await answer.json() as { readonly version: number }).version;
}

/** Fills the form with what was kept. @returns its version; null: this key does not open it */
export async function openDraft(form: HTMLFormElement, { draft }: About, keyFile: File): Promise<number | null> {
  const identity = await readIdentity(await keyFile.text());
  const answer = await fetch(draft);
  if (!answer.ok) throw new Refused(answer.status, `${answer.status} ${answer.statusText}`);
  const { version, sealed } = await answer.json() as { readonly version: number; readonly sealed: string };
  const plain = identity.ok ? await decryptWith(identity.value.identity, Uint8Array.fromBase64(sealed)) : identity;
  if (!plain.ok) return null;
  const { values } = JSON.parse(new TextDecoder().decode(plain.value)) as { readonly values: unknown };
  if (isObject(values)) setValues(form, values);
  return version;
}
