/** The page of a system as files. */
import { stringify } from 'csv-stringify/sync';
import type { Language } from '#base';
import { statusTexts } from '../overview/words.ts';
import type { SystemView } from './system.view.ts';

/** One line for each municipality and agreement, notice, end and price that is known. Formulas are inert. */
export function systemCsv({ system, known, tendered, others, endings, prices }: SystemView, lang: Language): string {
  const rows = [
    ...known.flatMap(({ municipality, status, holdings }) => (holdings.length === 0 ? [['has', municipality, statusTexts[status][lang], '', '', '', '', '', '', '']] : holdings.map(({ supplier, from, to, amount, currency, basis, source }) =>
      ['has', municipality, statusTexts[status][lang], supplier, from ?? '', to ?? '', amount ?? '', currency ?? '', basis ?? '', source]))),
    ...[...tendered, ...others].map(({ ocid, municipalities, buyer, way, day }) => ['notice', municipalities.join(', ') || (buyer ?? ''), way === null ? '' : statusTexts[way][lang], '', day ?? '', '', '', '', '', ocid]),
    ...endings.map(({ who, kind, supplier, said, source }) => ['ends', who, kind, supplier ?? '', '', said, '', '', '', source.ocid ?? source.url ?? source.text]),
    ...prices.flatMap((group) => group.prices.map(({ who, supplier, from, to, value, kind, source }) => ['price', who, '', supplier ?? '', from ?? '', to ?? '', value.amount, value.currency ?? '', kind, source.ocid ?? source.url ?? source.text])),
  ];
  const head = ['system', 'row', 'who', 'how', 'supplier', 'from', 'to', 'amount', 'currency', 'basis', 'source'];
  return stringify([head, ...rows.map((row) => [system.name, ...row])], { escape_formulas: true, record_delimiter: '\r\n' });
}

/** The same as data. Amounts are exact decimals; a range is only given where the amounts are of one kind and currency. */
export function systemJson({ system, known, rest, counts, suppliers, tendered, others, endings, prices }: SystemView): object {
  return {
    system: system.slug, name: system.name, names: system.names, overviews: system.overviews.map(({ id }) => id), suppliers, counts: Object.fromEntries(counts), municipalitiesNotKnown: rest,
    rows: known.map(({ municipality, status, basis, holdings, notices, statements }) => ({ municipality, status, basis, holdings, notices, statements: statements.map(({ id }) => id) })),
    purchases: [...tendered, ...others].map(({ ocid, title, day, way, buyer, municipalities, words, documents }) => ({ ocid, title, day, way, buyer, municipalities, words, documents })),
    endings, prices: prices.map(({ prices: amounts, ...group }) => ({ ...group, n: amounts.length, amounts })),
  };
}
