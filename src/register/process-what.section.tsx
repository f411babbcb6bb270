/** What is bought, who takes part, and how it is done. */
import type { VNode } from 'preact';
import { fill } from '#base';
import {
  DataTable, formatAmount, formatDecimal, formatNumber, Outside, OutsideParagraphs, SummaryList, type Column, type SummaryRow,
} from '#ui';
import { codeName } from './codes.ts';
import { criteriaList } from './criteria.tsx';
import { identifierText } from './organisations.page.tsx';
import type { ItemView, LotView, PartyView, ProcedureView } from './process-details.view.ts';
import { ProcedureWords } from './procedure-words.tsx';
import { Folded, PartyName, processTexts, type DetailsProps, type ProcessProps } from './process-parts.tsx';

const ITEMS_SHOWN = 8;
const PARTIES_SHOWN = 12;

export function What({ site, view }: ProcessProps): VNode {
  const t = processTexts[site.lang];
  const { details } = view;
  const description = details.description === details.title ? null : details.description;
  const status = details.status === null ? null : codeName('tenderStatus', details.status, site.lang);
  return (
    <>
      {description === null ? null : <OutsideParagraphs text={description} lang={details.language} />}
      <SummaryList
        rows={[
          { label: t.rationale, value: outside(details.rationale, details.language) },
          { label: t.category, value: code('category', details.procedure.category, site.lang) },
          { label: t.status, value: outside(status, null) },
          { label: t.number, value: outside(details.tenderId, null) },
        ]}
      />
      {details.lots.length === 0 ? null : <><h3>{t.lots}</h3><Lots site={site} view={view} /></>}
      {details.items.length === 0 ? null : <><h3>{t.items}</h3><Items site={site} view={view} /></>}
    </>
  );
}

/** Text of the publisher; `lang` is the language it states for the release. */
function outside(text: string | null, lang: string | null): VNode | null {
  return text === null ? null : <Outside text={text} lang={lang} />;
}

type List = Parameters<typeof codeName>[0];

function code(list: List, value: string | null, lang: 'da' | 'en'): VNode | null {
  return value === null ? null : <Outside text={codeName(list, value, lang)} />;
}

function Lots({ site, view }: ProcessProps): VNode {
  const t = processTexts[site.lang];
  const columns: readonly Column<LotView>[] = [
    {
      header: t.lot,
      cell: ({ title, id, description }) => (
        <>
          <Outside text={title ?? id ?? t.lot} />
          {description === null || description === title ? null : <div class="quiet"><Outside text={description} /></div>}
        </>
      ),
    },
    { header: t.status, cell: ({ status }) => (status === null ? '' : <Outside text={codeName('lotStatus', status, site.lang)} />) },
    { header: t.value, numeric: true, cell: ({ value }) => (value === null ? '' : formatAmount(value, site.lang)) },
  ];
  const used = columns.filter((_column, index) =>
    index === 0 || view.details.lots.some((lot) => (index === 1 ? lot.status : lot.value) !== null));
  return (
    <Folded
      rows={view.details.lots} shown={ITEMS_SHOWN} label={t.lotsCount} site={site}
      draw={(rows) => <DataTable lang={site.lang} caption={t.lots} hideCaption columns={used} rows={rows} />}
    />
  );
}

function Items({ site, view }: ProcessProps): VNode {
  const t = processTexts[site.lang];
  const { items } = view.details;
  const quantity = ({ quantity: figure, unit }: ItemView): VNode | string => (figure === null
    ? ''
    : <>{formatDecimal(figure, site.lang)}{unit === null ? null : <>{' '}<Outside text={unit} /></>}</>);
  const optional: readonly { readonly when: boolean; readonly column: Column<ItemView> }[] = [
    { when: items.some((item) => item.quantity !== null), column: { header: t.quantity, numeric: true, cell: quantity } },
    {
      when: items.some((item) => item.unitPrice !== null),
      column: {
        header: t.unitPrice, numeric: true,
        cell: ({ unitPrice }) => (unitPrice === null ? '' : formatAmount(unitPrice, site.lang)),
      },
    },
  ];
  const columns: readonly Column<ItemView>[] = [
    { header: t.item, cell: (item) => <ItemName item={item} /> },
    ...optional.filter(({ when }) => when).map(({ column }) => column),
  ];
  return (
    <Folded
      rows={items} shown={ITEMS_SHOWN} label={t.itemsCount} site={site}
      draw={(rows) => <DataTable lang={site.lang} caption={t.items} hideCaption columns={columns} rows={rows} />}
    />
  );
}

function ItemName({ item }: { readonly item: ItemView }): VNode {
  const { classification, description } = item;
  const name = description ?? classification?.description ?? classification?.id ?? '';
  const classes = [classification, ...item.additional].flatMap((entry) => (entry === null ? [] : [
    [identifierText(entry), entry.description === name ? null : entry.description].filter(Boolean).join(' '),
  ]));
  return (
    <>
      <Outside text={name} />
      {classes.filter((entry) => entry !== '').map((entry) => <div class="quiet"><Outside text={entry} /></div>)}
    </>
  );
}

/** Buyer first, then suppliers, then the rest; within a role in the publisher's order. */
const ROLE_ORDER = ['buyer', 'leadBuyer', 'procuringEntity', 'centralPurchasingBody', 'supplier', 'tenderer'];

function rank(party: PartyView): number {
  const places = party.roles.map((role) => ROLE_ORDER.indexOf(role)).filter((place) => place >= 0);
  return Math.min(ROLE_ORDER.length, ...places);
}

export function Who({ site, view }: DetailsProps): VNode {
  const t = processTexts[site.lang];
  const parties = view.details.parties.toSorted((one, other) => rank(one) - rank(other));
  if (parties.length === 0) return <p class="quiet">{t.noParties}</p>;
  const buyers = parties.filter(({ roles }) => roles.includes('buyer')).length;
  return (
    <>
      {buyers < 2 ? null : <p>{fill(t.jointPurchase, { count: formatNumber(buyers, site.lang) })}</p>}
      {parties.some(({ roles }) => roles.some((role) => BUYING_FOR_OTHERS.has(role))) ? <p>{t.boughtForOthers}</p> : null}
      <Folded
        rows={parties} shown={PARTIES_SHOWN} label={t.partiesCount} site={site}
        draw={(rows) => <ul class="parties">{rows.map((party) => <Party site={site} view={view} party={party} />)}</ul>}
      />
    </>
  );
}

const BUYING_FOR_OTHERS: ReadonlySet<string> = new Set(['centralPurchasingBody', 'leadBuyer']);

function Party({ site, view, party }: DetailsProps & { readonly party: PartyView }): VNode {
  const roles = [...new Set(party.roles.map((role) => codeName('role', role, site.lang)))].join(', ');
  return (
    <li>
      {roles === '' ? null : <p class="party-roles"><Outside text={roles} /></p>}
      <p class="party-name"><PartyName site={site} view={view} party={party} /></p>
      {party.identifiers.map((identifier) => <p><Outside text={identifierText(identifier)} /></p>)}
      {party.place === null ? null : <p><Outside text={party.place} /></p>}
    </li>
  );
}

export function How({ site, view }: ProcessProps): VNode {
  const { procedure, language } = view.details;
  return (
    <>
      <ProcedureWords lang={site.lang} procedure={procedure} language={language} />
      <SummaryList rows={procedureRows({ site, view })} />
    </>
  );
}

function procedureRows({ site, view }: ProcessProps): readonly SummaryRow[] {
  const t = processTexts[site.lang];
  const { procedure, language } = view.details;
  const submission = procedure.submission.map((method) => codeName('submission', method, site.lang)).join(', ');
  return [
    { label: t.tenderers, value: procedure.tenderers === null ? null : formatDecimal(procedure.tenderers, site.lang) },
    { label: t.framework, value: <Framework site={site} procedure={procedure} /> },
    { label: t.dps, value: code('dps', procedure.dynamicPurchasingSystem, site.lang) },
    { label: t.auction, value: procedure.electronicAuction ? t.yes : null },
    { label: t.awardCriteria, value: code('criteria', procedure.awardCriteria, site.lang) },
    { label: t.criteria, value: both(outside(procedure.awardCriteriaDetails, language), criteriaList(procedure.criteria, site.lang)) },
    { label: t.selection, value: criteriaList(procedure.selection, site.lang) },
    { label: t.eligibility, value: outside(procedure.eligibility, language) },
    {
      label: t.submission,
      value: both(outside(submission === '' ? null : submission, null), outside(procedure.submissionDetails, language)),
    },
  ].filter((row) => row.label !== t.framework || procedure.framework !== null);
}

/** Two answers under one label, each on its own line. */
function both(first: VNode | null, second: VNode | null): VNode | null {
  return first !== null && second !== null ? <><div>{first}</div><div>{second}</div></> : first ?? second;
}

function Framework({ site, procedure }: { readonly site: ProcessProps['site']; readonly procedure: ProcedureView }): VNode | null {
  const t = processTexts[site.lang];
  const { framework } = procedure;
  if (framework === null) return null;
  return (
    <>
      <div>{framework.method === null ? t.yes : <Outside text={codeName('framework', framework.method, site.lang)} />}</div>
      {framework.maximumValue === null ? null : <div>{t.frameworkMaximum}: {formatAmount(framework.maximumValue, site.lang)}</div>}
      {framework.maximumParticipants === null
        ? null
        : <div>{fill(t.frameworkParticipants, { count: formatDecimal(framework.maximumParticipants, site.lang) })}</div>}
      {framework.buyerCategories === null ? null : <div>{t.frameworkBuyers}: <Outside text={framework.buyerCategories} /></div>}
    </>
  );
}
