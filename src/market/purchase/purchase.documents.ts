/** Which files belong to a purchase. A file of the same name is a new version; the earlier ones stay to be read. */
import { Type } from 'typebox';
import { fail, ok, refuse, type Result } from '#base';
import { lookPending } from '../document/document.store.ts';
import { step } from '../core/command.ts';
import { fields, list } from '../core/fields.ts';
import type { Purchase, PurchaseDocument } from './purchase.schema.ts';

/** A file that is stored and not yet part of what is published. */
export type Pending = Pick<PurchaseDocument, 'id' | 'name' | 'type' | 'bytes' | 'sha256'>;

const FileKey = Type.String({ format: 'uuid', form: 'choice' });

export const WrittenDocuments = { documents: list(fields({ document: FileKey }), 50) };

export function withDocuments(before: readonly PurchaseDocument[], given: readonly { readonly document: string }[], pending: readonly Pending[], now: Temporal.Instant): Result<readonly PurchaseDocument[]> {
  const all = [...before];
  for (const [at, { document }] of given.entries()) {
    const file = pending.find(({ id }) => id === document);
    if (file === undefined || all.some(({ id }) => id === document)) return fail(refuse('invalid', { da: ['Filen findes ikke blandt dem, der er sendt ind.', 'Send den ind først.'], en: ['There is no such file that waits.', 'Upload it first.'] }, `documents[${at}].document`));
    const { id, name, type, bytes, sha256 } = file;
    all.push({ id, name, type, bytes, sha256, version: 1 + Math.max(0, ...all.filter((one) => one.name === name).map(({ version }) => version)), at: now.toString() });
  }
  return ok(all);
}

/** The newest version of each, in the order in which they first came. */
export function newest(documents: readonly PurchaseDocument[]): readonly PurchaseDocument[] {
  return documents.filter((one) => documents.every(({ name, version }) => name !== one.name || version <= one.version));
}

export const attach = step({
  name: 'purchase.attach', input: fields({ documents: list(fields({ document: FileKey }), 50, 1) }), from: ['draft'], look: lookPending,
  decide: ({ body, state }: Purchase, { documents }, { looked, now }) => {
    const files = withDocuments(body.documents, documents, looked as readonly Pending[], now);
    return files.ok ? ok({ state, body: { ...body, documents: [...files.value] }, happened: [{ type: 'attached', audience: 'owner', data: {} }] }) : files;
  },
});

export const detach = step({
  name: 'purchase.detach', input: fields({ document: FileKey }), from: ['draft'],
  decide: ({ body, state }: Purchase, { document }) => (body.documents.some(({ id }) => id === document)
    ? ok({ state, body: { ...body, documents: body.documents.filter(({ id }) => id !== document) }, happened: [{ type: 'detached', audience: 'owner', data: {} }] })
    : fail(refuse('invalid', { da: ['Filen findes ikke her.', 'Vælg en af dem, der står på listen.'], en: ['There is no such file here.', 'Choose one of those that are listed.'] }, 'document'))),
});
