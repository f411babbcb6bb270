/** What the indicators say of a process or an organisation, on its page in the register. */
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { VNode } from 'preact';
import { fill, unwrap } from '#base';
import { asideOf, NOTHING_SAID, type Aside, type RegisterTables, type Said } from '#register';
import { DataTable, formatNumber, type Column, type Site } from '#ui';
import { ASKED } from '../indicators/asked.ts';
import type { Asked } from '../indicators/indicator.ts';
import { flagListAddress, FLAGS, indicatorAddress } from './addresses.ts';
import { readOutcomes, readOutcomesOf, readRun, type SaidOften } from './coverage.store.ts';
import { FlagLine, flagTexts, IndicatorLink, outcomeText, whenAsked } from './flag-parts.tsx';
import { findFlags } from './flags.store.ts';
import type { FlagQuery, FlagRow, Run } from './flags.view.ts';
import { indicatorOf } from './indicator-of.ts';

type Db = Kysely<RegisterTables>;

const ID = 'opmaerksomhed';
const EMPTY: FlagQuery = { indicator: null, ocid: null, organisation: null, buyer: null, supplier: null, country: null, year: null, sort: null };
/** More stand in the list. */
const SHOWN = { process: 50, organisation: 5 } as const;

export function flagsAside(database: (request: FastifyRequest) => Db): Aside {
  return asideOf({
    ofProcess: async (request, site, { ocid }) => {
      const db = database(request);
      const run = await readRun(db);
      if (run === null) return NOTHING_SAID;
      const [outcomes, found] = await Promise.all([readOutcomes(db, ocid), findFlags(db, { ...EMPTY, ocid }, { after: null, before: null, limit: SHOWN.process })]);
      const { rows } = unwrap(found);
      return said(site, rows.length > 0, <OfProcess site={site} run={run} ocid={ocid} outcomes={outcomes} rows={rows} />);
    },
    ofOrganisation: async (request, site, { key }) => {
      const db = database(request);
      const run = await readRun(db);
      if (run === null) return NOTHING_SAID;
      const [often, found] = await Promise.all([readOutcomesOf(db, key), findFlags(db, { ...EMPTY, organisation: key }, { after: null, before: null, limit: SHOWN.organisation })]);
      const { rows, next } = unwrap(found);
      // Who neither buys nor supplies is looked at by none of them.
      return often.length === 0 && rows.length === 0 ? NOTHING_SAID : said(site, rows.length > 0, <OfOrganisation site={site} run={run} organisation={key} often={often} rows={rows} more={next !== null} />);
    },
  });
}

/** A page that points at somebody is found from here, not by a search for the name. */
function said(site: Site, points: boolean, body: VNode): Said {
  return { sections: [{ id: ID, heading: flagTexts[site.lang].title, body }], noindex: points };
}

function Lead({ site, run }: { readonly site: Site; readonly run: Run }): VNode {
  const t = flagTexts[site.lang];
  return <p class="prose">{t.asideLead} <a href={site.href(FLAGS)}>{t.asideMore}</a>. <span class="quiet">{whenAsked(site, run)}</span></p>;
}

interface OfProcessProps {
  readonly site: Site;
  readonly run: Run;
  readonly ocid: string;
  readonly outcomes: Readonly<Record<string, string>> | null;
  readonly rows: readonly FlagRow[];
}

function OfProcess({ site, run, ocid, outcomes, rows }: OfProcessProps): VNode {
  const t = flagTexts[site.lang];
  const here = rows.filter((row) => row.ocid === ocid);
  const resting = rows.filter((row) => row.ocid !== ocid);
  const told = Object.entries(outcomes ?? {}).flatMap(([code, one]) => {
    const indicator = indicatorOf(code);
    return indicator === null ? [] : [{ indicator, one }];
  });
  const clear = told.filter(({ one }) => one === 'clear');
  const not = told.filter(({ one }) => one !== 'clear' && one !== 'flagged');
  return (
    <>
      <Lead site={site} run={run} />
      {outcomes === null ? <p>{told.length === 0 && here.length === 0 ? fill(t.asideNothing, { count: ASKED.length }) : null}</p> : null}
      {here.length === 0 ? (outcomes === null ? null : <p>{t.asideNone}</p>) : <Flagged site={site} rows={here} />}
      {resting.length === 0 ? null : <><h3>{t.asideResting}</h3><ul class="results results-short">{resting.map((row) => <li><FlagLine site={site} row={row} naming={{ indicator: true, process: true }} heading="h4" /></li>)}</ul></>}
      {clear.length === 0 ? null : (
        <details class="fold"><summary>{fill(t.asideClear, { count: clear.length })}</summary><ul>{clear.map(({ indicator }) => <li><IndicatorLink site={site} code={indicator.code} /></li>)}</ul></details>
      )}
      {not.length === 0 ? null : (
        <details class="fold"><summary>{fill(t.asideNot, { count: not.length })}</summary><ul>{not.map(({ indicator, one }) => <li><IndicatorLink site={site} code={indicator.code} />: {outcomeText(site, indicator, one)}</li>)}</ul></details>
      )}
    </>
  );
}

/** Each with its innocent explanations beside it. */
function Flagged({ site, rows }: { readonly site: Site; readonly rows: readonly FlagRow[] }): VNode {
  const t = flagTexts[site.lang];
  return (
    <>
      <h3>{t.asideFlagged}</h3>
      <ul class="results">
        {rows.map((row) => {
          const indicator = indicatorOf(row.indicator);
          return (
            <li>
              <FlagLine site={site} row={row} naming={{ indicator: true }} heading="h4" />
              {indicator === null ? null : <p class="quiet flag-innocent">{t.innocent} {indicator.innocent[site.lang]}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface OfOrganisationProps {
  readonly site: Site;
  readonly run: Run;
  readonly organisation: string;
  readonly often: readonly SaidOften[];
  readonly rows: readonly FlagRow[];
  readonly more: boolean;
}

interface Often {
  readonly indicator: Asked;
  readonly flagged: number;
  readonly clear: number;
  readonly not: readonly SaidOften[];
}

function OfOrganisation({ site, run, organisation, often, rows, more }: OfOrganisationProps): VNode {
  const t = flagTexts[site.lang];
  const { lang } = site;
  const table = [...Map.groupBy(often, ({ indicator }) => indicator)].flatMap(([code, some]): Often[] => {
    const indicator = indicatorOf(code);
    return indicator === null ? [] : [{ indicator, flagged: countOf(some, 'flagged'), clear: countOf(some, 'clear'), not: some.filter((one) => one.said !== 'flagged' && one.said !== 'clear') }];
  });
  const columns: readonly Column<Often>[] = [
    { header: t.indicator, cell: ({ indicator, flagged }) => <a href={site.href(indicatorAddress(indicator.code, flagged === 0 ? {} : { organisation }))}>{indicator.title[lang]}</a> },
    { header: t.flagged, numeric: true, cell: ({ flagged }) => formatNumber(flagged, lang) },
    { header: t.clear, numeric: true, cell: ({ clear }) => formatNumber(clear, lang) },
    { header: t.notAssessed, numeric: true, cell: ({ not }) => formatNumber(not.reduce((sum, { count }) => sum + count, 0), lang) },
    ...(table.every(({ not }) => not.length === 0) ? [] : [{ header: t.whyNot, cell: ({ indicator, not }: Often) => (not.length === 0 ? null : <ul class="plain-list">{not.map((one) => <li>{outcomeText(site, indicator, one.said)}: {formatNumber(one.count, lang)}</li>)}</ul>) }]),
  ];
  return (
    <>
      <Lead site={site} run={run} />
      <p class="prose">{t.orgLead}</p>
      {table.length === 0 ? null : <DataTable lang={lang} caption={t.orgCaption} hideCaption columns={columns} rows={table} />}
      {rows.length === 0 ? <p>{t.orgNone}</p> : (
        <>
          <h3>{t.orgNewest}</h3>
          <ul class="results">{rows.map((row) => <li><FlagLine site={site} row={row} naming={{ indicator: true, process: true }} heading="h4" /></li>)}</ul>
          {more ? <p><a href={site.href(flagListAddress({ organisation }))}>{t.orgAll}</a></p> : null}
        </>
      )}
    </>
  );
}

function countOf(some: readonly SaidOften[], outcome: string): number {
  return some.find(({ said: one }) => one === outcome)?.count ?? 0;
}
