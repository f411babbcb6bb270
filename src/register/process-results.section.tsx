/** What came of it: awards, contracts, their changes; documents; related processes. */
import type { ComponentChildren, VNode } from 'preact';
import { DataTable, formatAmount, formatNumber, Outside, shorten, SummaryList, Tag, type Column } from '#ui';
import { processAddress } from './addresses.ts';
import { codeName } from './codes.ts';
import type { AwardView, ChangeView, ContractView, DocumentView, RelatedView, SupplierView } from './process-details.view.ts';
import { Folded, PartyName, processTexts, ShortDate, Span, type DetailsProps, type ProcessProps } from './process-parts.tsx';

const SHOWN = 6;
const DOCUMENTS_SHOWN = 10;

export function Results({ site, view }: ProcessProps): VNode {
  const t = processTexts[site.lang];
  const { awards, contracts, changes } = view.details;
  return (
    <>
      <Folded
        rows={awards} shown={SHOWN} label={t.resultsCount} site={site}
        draw={(rows) => rows.map((award) => <Award site={site} view={view} award={award} />)}
      />
      <Folded
        rows={contracts} shown={SHOWN} label={t.resultsCount} site={site}
        draw={(rows) => rows.map((contract) => <Contract site={site} view={view} contract={contract} />)}
      />
      {changes.length === 0 ? null : <><h3>{t.tenderChanges}</h3><Changes site={site} changes={changes} /></>}
    </>
  );
}

function Award({ site, view, award }: ProcessProps & { readonly award: AwardView }): VNode {
  const t = processTexts[site.lang];
  return (
    <div class="outcome">
      <h3><Heading kind={t.award} name={award.title ?? (award.lots.length === 0 ? award.id : lotNames(view, award.lots))} /> <Status list="awardStatus" status={award.status} lang={site.lang} /></h3>
      <SummaryList
        rows={[
          { label: t.suppliers, value: suppliersList({ site, view }, award.suppliers) },
          { label: t.value, value: award.value === null ? null : formatAmount(award.value, site.lang) },
          { label: t.date, value: award.date === null ? null : <ShortDate site={site} value={award.date} /> },
          { label: t.lots, value: award.lots.length === 0 ? null : <Outside text={lotNames(view, award.lots)} /> },
          { label: t.description, value: differing(award.description, award.title) },
        ]}
      />
    </div>
  );
}

/** A contract by itself, with its changes. */
export function Contract({ site, view, contract }: DetailsProps & { readonly contract: ContractView }): VNode {
  const t = processTexts[site.lang];
  return (
    <div class="outcome">
      <h3>
        <Heading kind={t.contract} name={contract.title ?? contract.id} /> <Status list="contractStatus" status={contract.status} lang={site.lang} />
      </h3>
      <SummaryList
        rows={[
          { label: t.suppliers, value: suppliersList({ site, view }, contract.suppliers) },
          { label: t.value, value: contract.value === null ? null : formatAmount(contract.value, site.lang) },
          { label: t.signed, value: contract.signed === null ? null : <ShortDate site={site} value={contract.signed} /> },
          { label: t.period, value: Span({ site, start: contract.start, end: contract.end }) },
          { label: t.payments, value: contract.transactions === 0 ? null : formatNumber(contract.transactions, site.lang) },
          { label: t.changes, value: contract.changes.length === 0 ? null : <Changes site={site} changes={contract.changes} /> },
          { label: t.description, value: differing(contract.description, contract.title) },
        ]}
      />
    </div>
  );
}

const HEADING_LENGTH = 110;

function Heading({ kind, name }: { readonly kind: string; readonly name: string | null }): VNode {
  return <>{kind}{name === null ? null : <>: <Outside text={shorten(name, HEADING_LENGTH)} /></>}</>;
}

interface StatusProps {
  readonly list: 'awardStatus' | 'contractStatus';
  readonly status: string | null;
  readonly lang: 'da' | 'en';
}

function Status({ list, status, lang }: StatusProps): VNode | null {
  if (status === null) return null;
  const tone = status === 'active' ? 'success' : 'neutral';
  return <Tag tone={tone}><Outside text={codeName(list, status, lang)} /></Tag>;
}

/** A description that only repeats the title says nothing new. */
function differing(description: string | null, title: string | null): VNode | null {
  return description === null || description === title ? null : <Outside text={description} />;
}

function suppliersList({ site, view }: DetailsProps, suppliers: readonly SupplierView[]): VNode | null {
  if (suppliers.length === 0) return null;
  return <ul class="plain-list">{suppliers.map((party) => <li><PartyName site={site} view={view} party={party} /></li>)}</ul>;
}

function lotNames(view: ProcessProps['view'], ids: readonly string[]): string {
  return ids.map((id) => view.details.lots.find((lot) => lot.id === id)?.title ?? id).join(', ');
}

function Changes({ site, changes }: { readonly site: ProcessProps['site']; readonly changes: readonly ChangeView[] }): VNode {
  return (
    <ul>
      {changes.map(({ date, description, rationale }) => (
        <li>
          {date === null ? null : <><ShortDate site={site} value={date} />{' '}</>}
          <Outside text={[description, rationale].filter((part) => part !== null).join(' ')} />
        </li>
      ))}
    </ul>
  );
}

export function Documents({ site, view }: DetailsProps): VNode {
  const t = processTexts[site.lang];
  const columns: readonly Column<DocumentView>[] = [
    { header: t.document, cell: (document) => <DocumentName site={site} document={document} /> },
    { header: t.type, cell: ({ type }) => (type === null ? '' : <Outside text={codeName('document', type, site.lang)} />) },
    { header: t.date, numeric: true, cell: ({ date }) => (date === null ? '' : <ShortDate site={site} value={date} />) },
  ];
  return (
    <>
      <p class="quiet">{t.documentsNote}</p>
      <Folded
        rows={view.details.documents} shown={DOCUMENTS_SHOWN} label={t.documentsCount} site={site}
        draw={(rows) => <DataTable lang={site.lang} caption={t.documents} hideCaption columns={columns} rows={rows} />}
      />
    </>
  );
}

function DocumentName({ site, document }: { readonly site: ProcessProps['site']; readonly document: DocumentView }): VNode {
  const t = processTexts[site.lang];
  const name = document.title ?? (document.type === null ? t.document : codeName('document', document.type, site.lang));
  const format = document.format === null || document.format.length > 30 ? null : <span class="quiet"> <Outside text={document.format} /></span>;
  return document.url === null
    ? <><Outside text={name} />{format} <span class="quiet">({t.noLink})</span></>
    : <><OutsideLink href={document.url}><Outside text={name} /></OutsideLink>{format}</>;
}

/** To another site: it learns nothing about the reader, and search engines are not told that we vouch for it. */
function OutsideLink({ href, children }: { readonly href: string; readonly children: ComponentChildren }): VNode {
  return <a class="outside-link" href={href} rel="nofollow noopener noreferrer">{children}</a>;
}

export function Related({ site, view }: ProcessProps): VNode {
  return (
    <ul>
      {view.details.related.map((related) => (
        <li>
          {related.relations.length === 0
            ? null
            : <><Outside text={related.relations.map((code) => codeName('related', code, site.lang)).join(', ')} />: </>}
          <RelatedName site={site} view={view} related={related} />
        </li>
      ))}
    </ul>
  );
}

function RelatedName({ site, view, related }: ProcessProps & { readonly related: RelatedView }): VNode {
  const name = <Outside text={related.title ?? related.identifier ?? related.url ?? '\u2013'} />;
  if (related.identifier !== null && view.knownOcids.includes(related.identifier)) {
    return <a href={site.href(processAddress(related.identifier))}>{name}</a>;
  }
  return related.url === null ? name : <OutsideLink href={related.url}>{name}</OutsideLink>;
}
