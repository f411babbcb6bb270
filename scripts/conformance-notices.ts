/** The outside suites about notices, for `npm run conformance`. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readNotice } from '#eforms';
import { validateRelease } from '#ocds';
import { readGuidance, tryExample } from '../src/eforms/conformance.ts';
import { fieldStatus, readFields, type Field, type FieldStatus } from '../src/eforms/conformance-fields.ts';
import { readLabels, tryLabel, type Label } from '../src/eforms/conformance-labels.ts';
import { NOT_MAPPED, UNMET_EFORMS_LABELS, UNMET_EXAMPLES, UNMET_LABELS, WITHOUT_AWARD } from '../src/eforms/known.ts';
import type { SuiteResult } from '../src/ocds/conformance.ts';
import { NORWEGIAN, noticesIn, tedNotices, type RealNotice } from '../test/support/real-notices.ts';

const EXAMPLES = 'OCDS for eForms: field examples';
const LABELS = 'TED notices, field by field';
const EFORMS = 'eForms notices, field by field';
const READ = 'Real notices';

export const NOTICES_ABOUT: Readonly<Record<string, string>> = {
  [EXAMPLES]: 'Fields of the guidance of OCDS for eForms (SDK 1.13, BSD-3-Clause). Passed: the XML example, in the path of its field, is converted to a release that contains the OCDS example.',
  [LABELS]: '44 published TED notices of 17 forms, labelled by hand before the reader was run on them. Passed: the field of the release is the label to the letter.',
  [EFORMS]: '27 published eForms notices of 19 subtypes, labelled by hand in the same way.',
  [READ]: 'All published notices of the material, TED XML and eForms, 2016 to 2025. Passed: the notice is read and its release holds by the official schema of OCDS 1.1.',
};

export const NOTICES_KNOWN = [
  ...Object.entries(UNMET_EXAMPLES).map(([id, reason]) => ({ suite: EXAMPLES, failure: `${id}:`, reason: `Reason: ${reason}.` })),
  ...Object.entries(UNMET_LABELS).map(([field, reason]) => ({ suite: LABELS, failure: `${field}:`, reason: `Reason: ${reason}.` })),
  ...Object.entries(UNMET_EFORMS_LABELS).map(([field, reason]) => ({ suite: EFORMS, failure: `${field}:`, reason: `Reason: ${reason}.` })),
  ...Object.entries(WITHOUT_AWARD).map(([name, reason]) => ({ suite: READ, failure: `${name}:`, reason: `Reason: ${reason}.` })),
];

export async function noticeSuites(shared: string): Promise<readonly SuiteResult[]> {
  const labels = labelsOf('../src/eforms/ted/labels');
  const eformsLabels = labelsOf('../src/eforms/labels');
  const examples = readGuidance(shared).map(tryExample).filter((outcome) => outcome !== null);
  const labelled = tally();
  const eforms = tally();
  const real = tally();
  const look = ({ name, bytes }: RealNotice): void => {
    real.total += 1;
    const fault = faultOf(bytes);
    if (fault !== null) real.failures.push(`${name}: ${fault}`);
    compare(labels.get(name), bytes, labelled);
    compare(eformsLabels.get(name), bytes, eforms);
  };
  for await (const notice of tedNotices()) look(notice);
  for (const notice of noticesIn(...NORWEGIAN)) look(notice);
  return [
    result(EXAMPLES, examples.length, examples.filter(({ met }) => !met).map(({ id, missing }) => `${id}: ${short(missing ?? '')}.`)),
    result(LABELS, labelled.total, labelled.failures),
    result(EFORMS, eforms.total, eforms.failures),
    result(READ, real.total, real.failures),
  ];
}

interface Tally {
  total: number;
  readonly failures: string[];
}

const tally = (): Tally => ({ total: 0, failures: [] });

function labelsOf(folder: string): ReadonlyMap<string, Label> {
  return new Map(readLabels(path.join(import.meta.dirname, folder)).map((label) => [label.file, label]));
}

function compare(label: Label | undefined, bytes: Uint8Array, into: Tally): void {
  for (const { notice, field, exact, label: wanted, read } of label === undefined ? [] : tryLabel(label, bytes)) {
    into.total += 1;
    if (!exact) into.failures.push(`${notice} ${field}: ${short(read)} for ${short(wanted)}.`);
  }
}

function result(suite: string, total: number, failures: readonly string[]): SuiteResult {
  return { suite, total, passed: total - failures.length, failures };
}

function faultOf(bytes: Uint8Array): string | null {
  const notice = readNotice(bytes, { ocidPrefix: 'ocds-conformance' });
  if (!notice.ok) return notice.failure.message;
  const [error] = validateRelease(JSON.parse(JSON.stringify(notice.value.release))).errors;
  return error === undefined ? null : `${error.path} ${error.message}`;
}

function short(text: string): string {
  return text.length > 90 ? `${text.slice(0, 90)}…` : text;
}

/** Writes the list of the SDK's fields, each with what the mapping does with it. @returns the counts, for the page of conformance. */
export async function writeFieldList(shared: string, file: string): Promise<Record<FieldStatus, number>> {
  const fields = readFields(shared);
  const by = Map.groupBy(fields, fieldStatus);
  const list = (status: FieldStatus): readonly Field[] => by.get(status) ?? [];
  const names = (status: FieldStatus): string => list(status).map(({ id }) => `\`${id}\``).join(', ');
  const reasons = Map.groupBy(list('not mapped'), ({ id, attributeOf }) => NOT_MAPPED[id] ?? NOT_MAPPED[attributeOf ?? ''] ?? '');
  await writeFile(file, `# Fields of eForms

What happens to each of the ${fields.length} fields of the eForms SDK 1.14.2 when a notice is read. Written by \`npm run conformance -- --write\`; do not edit it by hand. Where a mapped field goes stands in
\`src/eforms/mapping/\`, in the rows of its section; a test gives each mapped field a value and sees it arrive.

## Mapped: ${list('mapped').length}

${names('mapped')}

## Discarded: ${list('discarded').length}

By OCDS for eForms: other fields imply them, or they are about the file. Numbers, references and versions of the notice are kept beside the release.

${names('discarded')}

## Not mapped: ${list('not mapped').length}

${[...reasons].map(([reason, some]) => `- ${reason}: ${some.map(({ id }) => `\`${id}\``).join(', ')}`).join('\n')}
`);
  return { mapped: list('mapped').length, discarded: list('discarded').length, 'not mapped': list('not mapped').length };
}
