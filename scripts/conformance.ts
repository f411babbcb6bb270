/**
 * `npm run conformance [-- --write [DATE]]`: how far each outside suite under TORVET_SHARED is met. Exit 1 when the
 * material is missing, when a suite was empty, or when something fails that is not known with its reason; also when a
 * failure that is listed as known has gone, so that the list never says more than is true.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { conformance, type SuiteResult } from '../src/ocds/conformance.ts';
import { NOTICES_ABOUT, NOTICES_KNOWN, noticeSuites, writeFieldList } from './conformance-notices.ts';

interface Known {
  readonly suite: string;
  /** How the line of the failure begins: the name of the case. */
  readonly failure: string;
  readonly reason: string;
}

/** Failures that stand for now, each with why. */
const KNOWN: readonly Known[] = NOTICES_KNOWN;

/** Where the material of each suite comes from, and what passing means. */
const ABOUT: Readonly<Record<string, string>> = {
  ...NOTICES_ABOUT,
  'OCDS merge, compiled': 'Public merge cases of Open Contracting (BSD-3-Clause). Passed: the compiled release is the expected one. The 1.0 cases go by the release schema 1.0.3.',
  'OCDS merge, versioned': 'The same cases, merged to a versioned release.',
  'OCDS 1.1.5: verdict on every file': 'Releases, packages and records in the examples of the standard (Apache-2.0). Passed: `torvet ocds validate` and the official schema, read by ajv, give the same verdict.',
  'OCDS 1.1.5: verdict on real releases': 'Real releases from 13 countries, versions 1.0 and 1.1. Passed: the same verdict as the official schema, valid or not.',
};

const shared = path.resolve(process.env['TORVET_SHARED'] ?? path.join(import.meta.dirname, '../../shared'));
const document = path.join(import.meta.dirname, '../docs/conformance.md');

function isKnown(suite: string, failure: string): boolean {
  return KNOWN.some((known) => known.suite === suite && failure.startsWith(known.failure));
}

/** What must not be: an empty suite, a failure nobody knows, a known one that has gone, a suite the document says nothing of. */
export function objections(results: readonly SuiteResult[]): readonly string[] {
  const gone = KNOWN.filter(({ suite }) => results.some((result) => result.suite === suite)).filter(({ suite, failure }) => !results.some((result) => result.suite === suite && result.failures.some((line) => line.startsWith(failure))));
  return [
    ...results.flatMap(({ suite, failures }) => failures.filter((failure) => !isKnown(suite, failure)).map((failure) => `${suite}: ${failure}`)),
    ...results.filter(({ total }) => total === 0).map(({ suite }) => `${suite}: there was nothing to look at.`),
    ...results.filter(({ suite }) => ABOUT[suite] === undefined).map(({ suite }) => `${suite}: scripts/conformance.ts says nothing about this suite.`),
    ...gone.map(({ suite, failure }) => `${suite}: "${failure}" passes now; take it out of the known failures.`),
  ];
}

/** The page for docs/. @param date shown as the day of the measurement, or null to leave it out. */
export function page(results: readonly SuiteResult[], date: string | null): string {
  const rows = results.map(({ suite, passed, total }) => `| ${suite} | ${passed} | ${total} | ${ABOUT[suite] ?? ''} |`);
  const failures = results.flatMap(({ suite, failures }) => failures.map((failure) => {
    const reason = KNOWN.find((known) => known.suite === suite && failure.startsWith(known.failure))?.reason;
    return `- ${suite}: ${failure} ${reason ?? '**Not explained.**'}`;
  }));
  return `# Conformance

How far Torvet meets tests that others have written. Measured${date === null ? '' : ` on ${date}`} by \`npm run conformance -- --write\`, which writes this page;
do not edit it by hand. The material is not part of this repository: it is read in place from the folder that \`TORVET_SHARED\` names (default \`../shared\`).

| suite | passed | total | what it is |
| --- | ---: | ---: | --- |
${rows.join('\n')}

## What does not pass

${failures.length === 0 ? 'Nothing.' : failures.join('\n')}
`;
}

/** What becomes of the fields of eForms, which is no pass or fail. */
function fieldsText(counts: Readonly<Record<string, number>>): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `
## Fields of eForms

Of the ${total} fields of the SDK 1.14.2 (attributes counted) ${counts['mapped'] ?? 0} are mapped, ${counts['discarded'] ?? 0} discarded by the mapping and ${counts['not mapped'] ?? 0} not mapped: [eforms-fields.md](eforms-fields.md).
`;
}

async function main(args: readonly string[]): Promise<number> {
  const [write, date = null] = args;
  const unknown = write !== undefined && (write !== '--write' || (date !== null && !/^\d{4}-\d\d-\d\d$/.test(date)));
  if (unknown) {
    console.error('conformance: what was asked is not known. Use: npm run conformance -- --write 2026-11-22 (the date may be left out)');
    return 2;
  }
  const missing = ['conformance/ocds-1.1.5', 'conformance/ocds-merge', 'data/ocds/releases.jsonl', 'conformance/ocds-for-eforms', 'conformance/eforms-sdk-1.14.2', 'data/notices', 'data/eforms-norway'].filter((part) => !existsSync(path.join(shared, part)));
  if (missing.length > 0) {
    console.error(`conformance: the outside material ${missing.join(', ')} is missing. Name the folder that holds it with TORVET_SHARED.`);
    return 1;
  }
  const results = [...await conformance(shared), ...await noticeSuites(shared)];
  for (const { suite, passed, total } of results) console.log(`${`${passed}/${total}`.padStart(9)}  ${suite}`);
  if (write !== undefined) {
    const counts = await writeFieldList(shared, path.join(import.meta.dirname, '../docs/eforms-fields.md'));
    await writeFile(document, page(results, date) + fieldsText(counts));
  }
  const wrong = objections(results);
  for (const line of wrong) console.error(`✖ ${line}`);
  return wrong.length === 0 && results.length > 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
