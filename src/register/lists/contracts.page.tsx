import type { VNode } from 'preact';
import { CONTRACTS } from '../addresses.ts';
import { fill } from '#base';
import { formatAmount, formatDate, formatNumber, formatShortDate, Tag, Time, type Site } from '#ui';
import { codeName } from '../codes.ts';
import { PROCEDURES, type ProcedureCode } from '../process-details.view.ts';
import { procedureName } from '../procedure-words.tsx';
import { viewAddress } from './addresses.ts';
import { da } from './contracts.da.ts';
import { en } from './contracts.en.ts';
import { DEFAULT_ENDS, ENDS, endsAheadOf, type ContractListView, type ContractRow } from './contracts.view.ts';
import { NoticeLink, PartHead, partTexts, Suppliers } from './part-line.tsx';
import { Choices, How, PartPage } from './part.page.tsx';

const texts = { da, en };

export function renderContracts(site: Site, view: ContractListView, today: string): VNode {
  const t = texts[site.lang];
  return (
    <PartPage
      site={site} view={view} path={CONTRACTS} texts={t} own={{ ends: view.query.ends }}
      sortNames={{ end: t['sort.end'], newest: t['sort.newest'], value: t['sort.value'] }}
      choices={<EndsChoices site={site} view={view} />} note={<Note site={site} view={view} />}
      follow={[{ format: 'atom', own: {} }, { format: 'ics', own: { ends: endsAheadOf(view.query.ends) } }]}
      row={(row) => <ContractLine site={site} row={row} today={today} />}
    />
  );
}

interface ViewProps {
  readonly site: Site;
  readonly view: ContractListView;
}

function EndsChoices({ site, view }: ViewProps): VNode {
  const t = texts[site.lang];
  const options = ENDS.map((ends) => ({
    value: ends, label: t[`ends.${ends}`], count: formatNumber(view.endsCounts[ends], site.lang),
    href: site.href(viewAddress(CONTRACTS, view.query.search, { ends: ends === DEFAULT_ENDS ? null : ends })),
  }));
  return <Choices site={site} label={t.ends} options={options} chosen={view.ends} />;
}

function Note({ site, view }: ViewProps): VNode {
  const t = texts[site.lang];
  const { any, unknown } = view.endsCounts;
  const numbers = { known: formatNumber(any - unknown, site.lang), all: formatNumber(any, site.lang) };
  return (
    <>
      {any === 0 ? null : <p>{fill(unknown === 0 ? t.knownAll : t.known, numbers)}</p>}
      <How heading={t.howHeading} lines={[t.howBasis, t.howCancelled, t.howChanged, t.howAmounts]} />
    </>
  );
}

interface LineProps {
  readonly site: Site;
  readonly row: ContractRow;
  readonly today: string;
}

function ContractLine({ site, row, today }: LineProps): VNode {
  return (
    <article class="result">
      <div>
        <PartHead site={site} row={row} />
        <Suppliers site={site} suppliers={row.suppliers} />
        <Tags site={site} row={row} />
      </div>
      <div class="result-side">
        <End site={site} row={row} today={today} />
        <p>{row.value === null ? partTexts[site.lang].noAmount : formatAmount(row.value, site.lang)}</p>
        {row.signed === null ? null : <p><Time value={row.signed} text={fill(texts[site.lang].signed, { when: formatShortDate(row.signed, site.lang) })} /></p>}
        <NoticeLink site={site} row={row} notice={row.notice} />
      </div>
    </article>
  );
}

function Tags({ site, row }: { readonly site: Site; readonly row: ContractRow }): VNode | null {
  const t = texts[site.lang];
  const code = PROCEDURES.find((one) => one === row.procedure) ?? null;
  const procedure = nameOf(site, code, row.method);
  const isOver = /^(?:cancelled|terminated)$/i.test(row.status ?? '');
  if (procedure === null && !row.changed && !row.renewal && !isOver) return null;
  return (
    <p class="result-tags">
      {procedure === null ? null : <Tag tone={code === 'neg-wo-call' || row.method === 'direct' ? 'accent' : 'neutral'}>{procedure}</Tag>}
      {row.changed ? <Tag tone="info">{t.changed}</Tag> : null}
      {row.renewal ? <Tag>{t.renewal}</Tag> : null}
      {isOver && row.status !== null ? <Tag tone="warning">{codeName('contractStatus', row.status, site.lang)}</Tag> : null}
    </p>
  );
}

function nameOf(site: Site, code: ProcedureCode | null, method: string | null): string | null {
  return procedureName({ code, method, methodDetails: null }, site.lang);
}

function End({ site, row, today }: LineProps): VNode {
  const t = texts[site.lang];
  if (row.ends === null) return <p>{t.noEnd}</p>;
  const isOver = row.ends < today;
  const isAbout = row.endsBasis === 'computed';
  const said = isAbout ? (isOver ? t.endedAbout : t.about) : (isOver ? t.endedOn : t.endsOn);
  const known: Readonly<Record<string, string>> = t;
  const basis = known[`basis.${row.endsBasis ?? ''}`];
  return (
    <>
      <p>{said}</p>
      <p class="result-value"><Time value={row.ends} text={formatDate(row.ends, site.lang)} /></p>
      {basis === undefined ? null : <p class="quiet">({basis})</p>}
    </>
  );
}
