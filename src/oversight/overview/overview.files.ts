/** An overview as files: every row with its status, and every statement with its source. */
import { stringify } from 'csv-stringify/sync';
import type { Language } from '#base';
import type { Site } from '#ui';
import type { Statement } from './overview.schema.ts';
import type { OverviewView } from './overview.view.ts';
import { speakerText } from './statement.text.ts';
import { outcomeTexts, statusTexts } from './words.ts';

const COLUMNS = ['municipality', 'status', 'kind', 'outcome', 'text', 'date', 'entered', 'id', 'source', 'amount', 'currency', 'by', 'corrected_by', 'basis', 'not_shown'] as const;

/** One line for each statement, notice and holding of a municipality, and for each statement of all, those that were corrected too. Formulas are inert. */
export function overviewCsv({ overview, rows, rest, earlier }: Pick<OverviewView, 'overview' | 'rows' | 'rest' | 'earlier'>, lang: Language): string {
  const address = (ids: readonly string[]): string => ids.map((id) => overview.sources.find((source) => source.id === id)?.url ?? id).join(' ');
  const correctedBy = new Map(overview.statements.flatMap(({ id, corrects }) => (corrects === undefined ? [] : [[corrects, id] as const])));
  const told = (municipality: string, status: string, statement: Statement): readonly string[] => [
    municipality, status, statement.kind, statement.kind === 'outcome' ? outcomeTexts[statement.outcome][lang] : '', statement.text[lang], statement.date ?? '', statement.entered, statement.id, address(statement.sources),
    ...amountCells(statement), statement.by === undefined ? '' : speakerText(statement.by, lang), correctedBy.get(statement.id) ?? '', ...(statement.kind === 'figure' ? [statement.basis[lang], statement.notShown[lang]] : ['', '']),
  ];
  const withEarlier = (statement: Statement): readonly Statement[] => [...(earlier.get(statement.id) ?? []), statement];
  const nothing = new Set(rest);
  const common = overview.statements.filter(({ about }) => !('municipality' in about));
  const lines = [
    ...rows.filter(({ municipality }) => !nothing.has(municipality)).flatMap(({ municipality, status, statements, notices, holdings }) => {
      const said = statusTexts[status][lang];
      return [
        ...statements.flatMap(withEarlier).map((statement) => told(municipality, said, statement)),
        ...notices.map(({ ocid, title, day }) => [municipality, said, 'notice', '', title ?? '', day ?? '', '', ocid, '']),
        ...holdings.map(({ supplier, from, amount, currency, source }) => [municipality, said, 'holding', '', supplier, from ?? '', '', '', source, amount ?? '', currency ?? '']),
      ];
    }),
    ...rest.map((municipality) => [municipality, statusTexts['not-known'][lang]]),
    ...common.map((statement) => told('', '', statement)),
  ];
  return stringify([COLUMNS, ...lines.map((cells) => COLUMNS.map((_column, at) => cells[at] ?? ''))], { escape_formulas: true, record_delimiter: '\r\n' });
}

/** A range with two points between its ends. */
function amountCells(statement: Statement): readonly [amount: string, currency: string] {
  if (statement.kind === 'holding' || statement.kind === 'outcome') return [statement.amount ?? '', statement.currency ?? ''];
  if (statement.kind !== 'figure') return ['', ''];
  return [statement.value ?? `${statement.low ?? ''}..${statement.high ?? ''}`, statement.currency ?? statement.unit];
}

/** The same as data, with what was corrected, and who publishes it. */
export function overviewJson({ overview, rows, counts }: OverviewView, { publisher, updatedAt }: Pick<Site, 'publisher' | 'updatedAt'>): object {
  return {
    id: overview.id, title: overview.title, subject: overview.subject, names: overview.names, suppliers: overview.suppliers, period: overview.period,
    publisher: { name: publisher.name, owners: publisher.owners ?? [], customers: publisher.customers ?? [] }, editors: overview.editors ?? [], registerUpdated: updatedAt,
    counts: Object.fromEntries(counts), story: overview.story, unknown: overview.unknown, sources: overview.sources, statements: overview.statements,
    rows: rows.map(({ municipality, status, basis, statements, notices, holdings }) => ({ municipality, status, basis, statements: statements.map(({ id }) => id), notices, holdings })),
  };
}
