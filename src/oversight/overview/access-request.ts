/** A request for access to documents on a purchase that is not known, as text that can be sent. It never asks for bids, and cites of the law only what was read. Pure. */
import { fill, type Language } from '#base';
import { plainText } from '#ui';
import { da } from './access-request.da.ts';
import { en } from './access-request.en.ts';
import { overviewAddress, rowSlug } from './addresses.ts';
import type { Overview } from './overview.schema.ts';
import type { OverviewRow } from './rows.ts';
import type { Status } from './words.ts';

export const requestTexts = { da, en };

/** What can be asked about: how it was bought is not known. */
const ASKED_ABOUT: ReadonlySet<Status> = new Set(['not-known', 'outside-coverage', 'no-publication-found']);

export function canBeAsked({ status }: Pick<OverviewRow, 'status'>): boolean {
  return ASKED_ABOUT.has(status);
}

export function requestAddress(id: string, municipality: string): string {
  return `${overviewAddress(id)}/aktindsigt/${rowSlug(municipality)}`;
}

export interface RequestedCase {
  readonly overview: Pick<Overview, 'subject' | 'title' | 'names' | 'suppliers' | 'period'>;
  readonly municipality: string;
  /** What lists say that it has. */
  readonly holdings: OverviewRow['holdings'];
  /** Absolute address of the overview. */
  readonly address: string;
}

/** The whole text with line breaks; a line is as long as it is. */
export function requestText({ overview, municipality, holdings, address }: RequestedCase, lang: Language): string {
  const t = requestTexts[lang];
  const { names, suppliers, period: { from, to }, subject, title } = overview;
  const all = names.length === 0 ? title[lang] : names.join(', ');
  const known = { system: t.system, field: t.field, supplier: t.supplierSubject }[subject];
  const what = plainText(names[0] ?? title[lang]);
  return [
    fill(t.subject, { what }),
    fill(t.to, { municipality }),
    fill(t.opening, { what }),
    `${t.case}\n${listed([
      fill(known, { names: all }),
      ...(subject === 'supplier' || suppliers.length === 0 ? [] : [fill(t.suppliers, { names: suppliers.join(', ') })]),
      fill(t.period, { period: from === to ? from : `${from} – ${to}` }),
      ...holdings.map(({ supplier, from: since, to: until }) => fill(t.held, { held: [supplier, [since, until].filter((day) => day !== null).join(' – ')].filter((part) => part !== '').join(', ') })),
      t.number,
      fill(t.origin, { address }),
    ])}`,
    `${t.wanted}\n${[t.decision, t.contract, t.changes, t.invoices].map((line, at) => `${at + 1}. ${line}`).join('\n')}`,
    t.notBids, t.notHeld, t.refused, t.answer, `${t.regards}\n${t.name}`,
  ].join('\n\n') + '\n';
}

/** Names out of lists are words of others: none of them begins a line of its own. */
function listed(lines: readonly string[]): string {
  return lines.map((line) => `- ${plainText(line)}`).join('\n');
}
