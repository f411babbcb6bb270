/** An overview as files: every row with its status, and every statement with its source. */
import { stringify } from 'csv-stringify/sync';
import type { Language } from '#base';
import type { OverviewView } from './overview.view.ts';
import { outcomeTexts, statusTexts } from './words.ts';

/** One line for each statement, notice and holding of a municipality, and for each statement of all. Formulas are inert. */
export function overviewCsv({ overview, known, rest, common }: OverviewView, lang: Language): string {
  const address = (ids: readonly string[]): string => ids.map((id) => overview.sources.find((source) => source.id === id)?.url ?? id).join(' ');
  const told = (municipality: string, status: string, statement: (typeof common)[number]): readonly string[] => [
    municipality, status, statement.kind, statement.kind === 'outcome' ? outcomeTexts[statement.outcome][lang] : '', statement.text[lang], statement.date ?? '', statement.entered, statement.id, address(statement.sources),
  ];
  const rows = [
    ...known.flatMap(({ municipality, status, statements, notices, holdings }) => {
      const said = statusTexts[status][lang];
      return [
        ...statements.map((statement) => told(municipality, said, statement)),
        ...notices.map(({ ocid, title, day }) => [municipality, said, 'notice', '', title ?? '', day ?? '', '', ocid, '']),
        ...holdings.map(({ supplier, from, amount, currency, source }) => [municipality, said, 'holding', '', [supplier, amount, currency].filter((part) => part !== null).join(' '), from ?? '', '', '', source]),
      ];
    }),
    ...rest.map((municipality) => [municipality, statusTexts['not-known'][lang], '', '', '', '', '', '', '']),
    ...common.map((statement) => told('', '', statement)),
  ];
  return stringify([['municipality', 'status', 'kind', 'outcome', 'text', 'date', 'entered', 'id', 'source'], ...rows], { escape_formulas: true, record_delimiter: '\r\n' });
}

/** The same as data, with what was corrected. */
export function overviewJson({ overview, known, rest, counts }: OverviewView): object {
  return {
    id: overview.id, title: overview.title, subject: overview.subject, names: overview.names, suppliers: overview.suppliers, period: overview.period,
    counts: Object.fromEntries(counts), unknown: overview.unknown, sources: overview.sources, statements: overview.statements,
    rows: [
      ...known.map(({ municipality, status, basis, statements, notices, holdings }) => ({ municipality, status, basis, statements: statements.map(({ id }) => id), notices, holdings })),
      ...rest.map((municipality) => ({ municipality, status: 'not-known', basis: 'none', statements: [], notices: [], holdings: [] })),
    ],
  };
}
