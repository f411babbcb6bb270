/** What is asked about: every case and worked example of every folder of indicators, the outside suite, and random files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { BOUNDED, duel, duelRelease, iniOf, releaseBy, settings } from '../support/random-releases.ts';
import { sharedFolder } from '../support/shared.ts';
import type { SlowSettings } from '../support/slow-flags.ts';

export interface Case {
  readonly name: string;
  /** A settings file. */
  readonly ini: string;
  /** JSON lines. */
  readonly text: string;
}

const indicators = path.join(import.meta.dirname, '../../src/oversight/indicators');

/** The folders of the published indicators: those over files of releases. */
export function indicatorFolders(): { readonly published: readonly string[] } {
  const all = readdirSync(indicators, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(path.join(indicators, entry.name, 'query.sql'))).map(({ name }) => path.join(indicators, name));
  return { published: all.filter((folder) => /^r\d+$/.test(path.basename(folder))) };
}

/** Pairs of NAME.jsonl and NAME.ini. */
function pairsIn(folder: string, name: string): readonly Case[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((file) => file.endsWith('.jsonl')).map((file) => {
    const place = path.join(folder, file.replace(/\.jsonl$/, ''));
    return { name: `${name} ${path.basename(place)}`, ini: readFileSync(`${place}.ini`, 'utf8'), text: readFileSync(`${place}.jsonl`, 'utf8') };
  });
}

function example(folder: string): Case {
  const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
  const block = (language: string): string => new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(readme)?.[1] ?? '';
  return { name: `${path.basename(folder)} worked example`, ini: block('ini'), text: block('jsonl') };
}

export function writtenCases(): readonly Case[] {
  return [...indicatorFolders().published.flatMap((folder) => [example(folder), ...pairsIn(path.join(folder, 'cases'), path.basename(folder))]), ...pairsIn(path.join(sharedFolder, 'conformance/red-flags'), 'outside suite')];
}

/** Every indicator with its defaults, so that each random file meets every text. */
const ALL = iniOf({ R003: {}, R018: {}, R024: {}, R025: {}, R028: {}, R030: {}, R035: {}, R036: {}, R038: {}, R048: { minimum_contracting_processes: 1 }, R058: {} });

function linesOf(releases: readonly unknown[]): string {
  return releases.map((one) => JSON.stringify(one)).join('\n');
}

/** @param seed the same number gives the same cases */
export function randomCases(seed: number, times: number): readonly Case[] {
  const some = <Value>(arbitrary: fc.Arbitrary<Value>, shift: number): readonly Value[] => fc.sample(arbitrary, { seed: seed + shift, numRuns: times });
  const chosen = some(settings, 0).map((one, at) => (at % 3 === 0 ? ALL : iniOf(one as SlowSettings)));
  const files = (rare: number): readonly (readonly unknown[])[] => some(fc.array(releaseBy(rare), { minLength: 1, maxLength: 40 }), rare);
  return [
    ...files(20).map((releases, at) => ({ name: `odd file ${at}`, ini: chosen[at] ?? ALL, text: linesOf(releases) })),
    ...files(400).map((releases, at) => ({ name: `sound file ${at}`, ini: chosen.at(-at) ?? ALL, text: linesOf(releases) })),
    ...some(fc.array(duel, { minLength: 1, maxLength: 60 }), 1).map((duels, at) => ({ name: `duels ${at}`, ini: iniOf(BOUNDED), text: linesOf(duels.map(duelRelease)) })),
  ];
}
