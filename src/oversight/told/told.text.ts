/** What a run says, for people at a terminal. Words of others are shown without what a terminal would obey. */
import { fill, type Language } from '#base';
import { noticeAddress, processAddress } from '#register';
import { formatAmount, formatNumber, plainText } from '#ui';
import { decimalText, valueText } from '../flags/flag-parts.tsx';
import type { EvidenceRow, FlagRow } from '../flags/flags.view.ts';
import { plainOf } from '../flags/markdown.ts';
import { readmeOf, type Readme } from '../flags/readme.ts';
import { countsOf, type Told } from './told.ts';
import { da } from './told.da.ts';
import { en } from './told.en.ts';

const texts = { da, en };

export interface ToldFrom {
  readonly lang: Language;
  /** How many processes were looked through, and where they stand. */
  readonly processes: number;
  readonly source: string;
}

/** A line for each indicator, with the reasons why not below it. */
export function tableText(told: readonly Told[], { lang, processes, source }: ToldFrom): string {
  const t = texts[lang];
  const head = [t.code, t.indicator, t.flagged, t.clear, t.notAssessed];
  const rows = told.map((one) => {
    const { flagged, clear, notAssessed, reasons } = countsOf(one);
    return { cells: [one.indicator.code, one.indicator.title[lang], ...[flagged, clear, notAssessed].map((count) => formatNumber(count, lang))], why: reasons.map(([reason, count]) => [formatNumber(count, lang), one.indicator.question.reasons[reason]?.[lang] ?? reason] as const) };
  });
  const wide = head.map((cell, column) => Math.max(cell.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => (column < 2 ? cell.padEnd(wide[column] ?? 0) : cell.padStart(wide[column] ?? 0))).join('  ').trimEnd();
  return [
    fill(t.lead, { count: formatNumber(processes, lang), source }), '',
    ...(told.length === 0 ? [t.none] : [line(head)]),
    ...rows.flatMap(({ cells, why }) => [line(cells), ...why.map(([count, reason]) => `${' '.repeat((wide[0] ?? 0) + 2)}  ${count.padStart(6)}  ${reason}`)]),
    '',
  ].join('\n');
}

export interface Explained {
  readonly lang: Language;
  readonly ocid: string;
  /** Absolute address of a page inside the site; null: the data stand in no register. */
  readonly address: ((path: string) => string) | null;
}

/** One process: what each indicator says of it, by which rows, which rule, and what may explain it. @param told of that process alone */
export async function explainText(told: readonly Told[], explained: Explained): Promise<string> {
  const { ocid, address } = explained;
  const parts = await Promise.all(told.map(async (one) => partText(one, await readmeOf(one.indicator, explained.lang), explained)));
  return [plainText(ocid), ...(address === null ? [] : [address(processAddress(ocid))]), '', ...parts].join('\n');
}

function partText({ indicator, flags, others }: Told, readme: Readme, explained: Explained): string {
  const { lang, ocid } = explained;
  const t = texts[lang];
  const name = `${indicator.code} ${indicator.title[lang]}`;
  if (flags.length === 0 && others.length === 0) return `${name}: ${t['said.none']}\n`;
  const quiet = others.map((one) => {
    const why = one.reason === null ? '' : `: ${indicator.question.reasons[one.reason]?.[lang] ?? one.reason}`;
    const part = one.part === '' ? '' : ` (${t.part}: ${plainText(one.part)})`;
    return `${name}${part}: ${one.outcome === 'clear' ? t['said.clear'] : t['said.not-assessed']}${why}`;
  });
  if (flags.length === 0) return [...quiet, ...indented([`${t.rule}: ${plainOf(readme.sections.Definition)}`], 2), ''].join('\n');
  const found = flags.flatMap((flag) => [
    `${name}: ${flag.ocid === ocid ? t['said.flagged'] : fill(t['said.elsewhere'], { ocid: plainText(flag.ocid) })}`,
    ...indented(flagText(flag, indicator, explained), 2),
  ]);
  const rule = [
    `${t.rule}: ${plainOf(readme.sections.Definition)}`, `${t.method}: ${plainOf(readme.sections.Method)}`, `${t.sources}:`, ...indented([plainOf(readme.sections.Sources)], 2),
    `${t.innocent}: ${indicator.innocent[lang]}`, `${t.check}: ${plainOf(readme.sections['How to check it'])}`,
  ];
  return [...found, ...quiet, ...indented(rule, 2), ''].join('\n');
}

function flagText(flag: FlagRow, indicator: Told['indicator'], explained: Explained): readonly string[] {
  const { lang } = explained;
  const t = texts[lang];
  const value = valueText({ lang }, indicator, flag.value);
  return [
    indicator.says[lang],
    ...(flag.title === null ? [] : [plainText(flag.title)]),
    ...(flag.part === '' ? [] : [`${t.part}: ${plainText(flag.part)}`]),
    ...(flag.buyer === null ? [] : [`${t.buyer}: ${plainText(flag.buyer.name)} (${plainText(flag.buyer.key ?? '')})`]),
    ...(flag.supplier === null ? [] : [`${t.supplier}: ${plainText(flag.supplier.name)} (${plainText(flag.supplier.key ?? '')})`]),
    ...(value === null ? [] : [`${t.value}: ${value} (${indicator.question.value[lang]})`]),
    `${t.rows}:`,
    ...flag.evidence.flatMap((row, index) => indented(rowText(row, index, indicator, explained), 2)),
  ];
}

function rowText(row: EvidenceRow, index: number, indicator: Told['indicator'], { lang, address }: Explained): readonly string[] {
  const t = texts[lang];
  const facts = [
    row.day, row.amount === null ? null : plainText(formatAmount({ amount: row.amount, currency: row.currency }, lang)), row.number === null ? null : decimalText(row.number, lang),
    row.source === null ? t.computed : null,
  ].filter((fact) => fact !== null);
  const source = row.source === null ? null : address === null
    ? `${t.process} ${plainText(row.source)}${row.notice === null ? '' : `, ${t.notice} ${plainText(row.notice)}`}`
    : address(row.notice === null ? processAddress(row.source) : noticeAddress(row.source, row.notice));
  return [
    `${index + 1}. ${indicator.question.rows[row.what]?.[lang] ?? row.what}${facts.length === 0 ? '' : `: ${facts.join(', ')}`}`,
    ...indented([...(row.words === null ? [] : [plainText(row.words)]), ...(source === null ? [] : [source])], 3),
  ];
}

function indented(lines: readonly string[], by: number): readonly string[] {
  return lines.flatMap((line) => line.split('\n')).map((line) => ' '.repeat(by) + line);
}
