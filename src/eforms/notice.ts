/** One notice, read: the release it becomes, and what is known of the notice itself. */
import { fail, ok, type JsonObject, type Result } from '#base';
import { isDraft, put, type Draft } from './mapping/draft.ts';
import { hoist, summarise } from './mapping/hoist.ts';
import { releaseOf } from './mapping/release.ts';
import { Remarks, type Remark } from './mapping/remarks.ts';
import { factsOf, firstNumber, type NoticeFacts } from './facts.ts';
import { oddities } from './oddities.ts';
import { tedToEforms } from './ted/convert.ts';
import type { Element } from './xml/element.ts';
import { parseXml } from './xml/parse.ts';

export interface Notice {
  readonly facts: NoticeFacts;
  /** What stands oddly, beside how it was read. */
  readonly remarks: readonly Remark[];
  /** OCDS 1.1. Without ocid, id or date where the notice has nothing to make them of. */
  readonly release: JsonObject;
}

export interface ReadOptions {
  /** Prefix of the ocids made here: `ocds-torvet`. */
  readonly ocidPrefix: string;
}

/** Roots of eForms; with any namespace, because the elements below tell more. */
const EFORMS = new Set(['PriorInformationNotice', 'ContractNotice', 'ContractAwardNotice']);
const BUSINESS = 'BusinessRegistrationInformationNotice';

/**
 * Reads one notice, eForms or TED XML.
 * @param bytes the notice as published
 * @returns a failure, with the line where there is one, for what is no whole notice; never half of one.
 */
export function readNotice(bytes: Uint8Array, { ocidPrefix }: ReadOptions): Result<Notice> {
  const parsed = parseXml(bytes);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  if (root.name === 'TED_EXPORT') {
    const converted = tedToEforms(root);
    return converted.ok ? ok(read(converted.value, 'ted', ocidPrefix)) : converted;
  }
  if (EFORMS.has(root.name)) return ok(read(root, 'eforms', ocidPrefix));
  if (root.name === BUSINESS) {
    return fail({
      kind: 'invalid',
      message: 'It is a notice about the registration of a business (X01, X02), which belongs to no contracting process, so it has no release.',
      help: 'Nothing needs to be done: such notices are left out by the mapping.',
    });
  }
  return fail({
    kind: 'invalid',
    message: `It is XML, but no notice: its first element is "${root.name.slice(0, 60)}".`,
    help: 'A notice begins with PriorInformationNotice, ContractNotice, ContractAwardNotice (eForms) or TED_EXPORT.',
  });
}

function read(root: Element, source: NoticeFacts['source'], ocidPrefix: string): Notice {
  const remarks = new Remarks();
  const body: Draft = releaseOf(root, remarks, source === 'ted');
  const facts = factsOf(root, source, remarks);
  if (source === 'ted') hoist(body);
  summarise(body);
  oddities(body, remarks);
  const procedure = facts.procedureId ?? firstNumber(facts) ?? facts.id;
  if (facts.isCorrigendum) body['tag'] ??= ['tenderUpdate'];
  // TED XML has no id for the procedure; the one that the process goes by serves.
  if (procedure !== null && isDraft(body['tender']) && body['tender']['id'] === undefined) put(body, 'tender.id', procedure);
  const release: Draft = {
    ...(procedure === null ? {} : { ocid: `${ocidPrefix}-${procedure}` }),
    ...(facts.id === null ? {} : { id: facts.id }),
    ...body,
    initiationType: 'tender',
    x_notice: { ...facts, remarks: remarks.all } as unknown as Draft,
  };
  return { facts, remarks: remarks.all, release };
}
