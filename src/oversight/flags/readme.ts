/** The README of an indicator, which is its definition: read once for each language, by its fixed headings. */
import { readFile } from 'node:fs/promises';
import type { Language } from '#base';
import type { Asked } from '../indicators/indicator.ts';
import { da } from './flags.da.ts';
import { blocksOf, type Block } from './markdown.ts';

/** In their order; `README.md` of every folder has just these. */
export const HEADINGS = ['Definition', 'Method', 'Settings', 'Why it matters', 'Sources', 'Exclusions', 'Assumptions', 'Innocent explanations', 'How to check it', 'Worked example'] as const;
export type Heading = (typeof HEADINGS)[number];

/** As the README of a language writes it. */
export function headingIn(lang: Language, heading: Heading): string {
  return lang === 'da' ? da[`h.${heading}`] : heading;
}

const FILES: Readonly<Record<Language, string>> = { da: 'README.da.md', en: 'README.md' };

export interface Readme {
  /** As it stands in the folder. */
  readonly text: string;
  readonly sections: Readonly<Record<Heading, string>>;
}

const read = new Map<string, Promise<Readme>>();

/** Beside the SQL of the question. @throws Error when there is none */
export function readmeOf({ question }: Asked, lang: Language): Promise<Readme> {
  const file = new URL(FILES[lang], question.query);
  const known = read.get(file.href) ?? readFile(file, 'utf8').then((text) => readmeIn(text, lang));
  read.set(file.href, known);
  return known;
}

export function readmeIn(text: string, lang: Language): Readme {
  const parts = new Map(text.split(/^## /m).slice(1).map((part) => {
    const end = part.indexOf('\n');
    return end < 0 ? [part.trim(), ''] : [part.slice(0, end).trim(), part.slice(end + 1).trim()];
  }));
  return { text, sections: Object.fromEntries(HEADINGS.map((heading) => [heading, parts.get(headingIn(lang, heading)) ?? ''])) as Readme['sections'] };
}

export function sectionBlocks(readme: Readme, heading: Heading): readonly Block[] {
  return blocksOf(readme.sections[heading]);
}
