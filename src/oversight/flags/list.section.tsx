/** The list of flags: choices, count, order, rows, pages, files. On the page of one indicator, and of all. */
import type { VNode } from 'preact';
import { countryName, LIST_FORMATS, UNKNOWN, type Place } from '#register';
import { ActiveFilters, DownloadLinks, EmptyState, formatNumber, Pagination, plainText, Selects, type ActiveFilter, type HiddenFields, type SelectField, type Site } from '#ui';
import { ASKED } from '../indicators/asked.ts';
import { flagDataAddress, flagListAddress, flagListFile, indicatorAddress } from './addresses.ts';
import { FlagLine, flagTexts } from './flag-parts.tsx';
import { CHOICES, type ChoiceName, type FlagChoice, type FlagListView, type FlagQuery, type FlagSort } from './flags.view.ts';
import { indicatorOf } from './indicator-of.ts';

interface Props {
  readonly site: Site;
  readonly view: FlagListView;
  /** The indicator whose page this is; null: the list of all. */
  readonly code: string | null;
}

const ALL = { country: 'allCountries', year: 'allYears', buyer: 'allBuyers', supplier: 'allSuppliers' } as const;
export const LIST_ID = 'punkter';

export function FlagList(props: Props): VNode {
  const { site, view, code } = props;
  const t = flagTexts[site.lang];
  const at = (place: Place): string => site.href(`${addressOf(code, view.query, place)}#${LIST_ID}`);
  return (
    <>
      <Choices {...props} />
      <ActiveFilters lang={site.lang} filters={active(props)} />
      <div class="list-bar">
        <p class="list-count" role="status"><strong>{formatNumber(view.total, site.lang)}</strong> {view.total === 1 ? t.one : t.many}</p>
        {view.total > 1 ? <Sorting {...props} /> : null}
      </div>
      {view.rows.length === 0
        ? <EmptyState heading={t.nothingHeading}><p>{isNarrowed(props) ? t.nothingText : t.nothingAtAll}</p>{isNarrowed(props) ? <p><a href={site.href(`${addressOf(code, {})}#${LIST_ID}`)}>{t.showAll}</a></p> : null}</EmptyState>
        : <ul class="results">{view.rows.map((row) => <li><FlagLine site={site} row={row} naming={{ process: true, indicator: code === null }} /></li>)}</ul>}
      <Pagination lang={site.lang} previous={view.previous === null ? null : at({ before: view.previous })} next={view.next === null ? null : at({ after: view.next })} />
      {view.total === 0 ? null : <DownloadLinks lang={site.lang} heading={t.filesHeading} downloads={LIST_FORMATS.map((format) => ({ format, href: site.href(flagListFile(unsorted(view.query), format)) }))} />}
      <p><a href={site.dataHref(flagDataAddress(unsorted(view.query)))}>{t.api}</a></p>
    </>
  );
}

function unsorted(query: FlagQuery): FlagQuery {
  return { ...query, sort: null };
}

function addressOf(code: string | null, query: Partial<FlagQuery>, place: Place = {}): string {
  return code === null ? flagListAddress(query, place) : indicatorAddress(code, query, place);
}

function isNarrowed({ view: { query }, code }: Props): boolean {
  return [...CHOICES, 'ocid' as const, 'organisation' as const, ...(code === null ? ['indicator' as const] : [])].some((name) => query[name] !== null);
}

function Choices(props: Props): VNode | null {
  const { site, view, code } = props;
  const t = flagTexts[site.lang];
  const { query } = view;
  const fields = CHOICES.filter((name) => view.choices[name].length > 1 || query[name] !== null).map((name): SelectField => ({
    name, label: t[name], all: t[ALL[name]], chosen: query[name],
    options: view.choices[name].map((choice) => ({ value: choice.value, label: `${choiceLabel(site, name, choice)} (${formatNumber(choice.count, site.lang)})` })),
  }));
  const indicators: SelectField = { name: 'indicator', label: t.indicator, all: t.allIndicators, chosen: query.indicator, options: ASKED.map((one) => ({ value: one.code, label: `${one.title[site.lang]} (${one.code})` })) };
  const hidden: HiddenFields = (['ocid', 'organisation', 'sort'] as const).flatMap((name) => (query[name] === null ? [] : [[name, query[name]] as const]));
  if (code !== null && fields.length === 0) return null;
  return (
    <Selects
      lang={site.lang} action={site.href(`${addressOf(code, {})}#${LIST_ID}`)} fields={code === null ? [indicators, ...fields] : fields} hidden={hidden}
      clearHref={isNarrowed(props) ? site.href(`${addressOf(code, { sort: query.sort })}#${LIST_ID}`) : null}
    />
  );
}

function choiceLabel(site: Site, name: ChoiceName, { value, label }: FlagChoice): string {
  if (name === 'country') return value === UNKNOWN ? flagTexts[site.lang].noCountry : countryName(value, site.lang);
  return plainText(label ?? value);
}

/** What no field of the choices shows: the process or organisation that a link came with. */
function active({ site, view, code }: Props): readonly ActiveFilter[] {
  const t = flagTexts[site.lang];
  const { ocid, organisation } = view.query;
  const without = (change: Partial<FlagQuery>): string => site.href(`${addressOf(code, { ...view.query, ...change })}#${LIST_ID}`);
  return [
    ...(ocid === null ? [] : [{ label: t.process, value: ocid, removeHref: without({ ocid: null }) }]),
    ...(organisation === null ? [] : [{ label: t.organisation, value: view.rows.flatMap(({ buyer, supplier }) => [buyer, supplier]).find((one) => one?.key === organisation)?.name ?? organisation, removeHref: without({ organisation: null }) }]),
  ];
}

function Sorting({ site, view, code }: Props): VNode {
  const t = flagTexts[site.lang];
  const unit = view.query.indicator === null ? 'none' : indicatorOf(view.query.indicator)?.question.unit ?? 'none';
  const sorts: readonly FlagSort[] = unit === 'none' ? ['newest', 'oldest'] : ['newest', 'oldest', 'highest', 'lowest'];
  return (
    <nav aria-label={t.order}>
      <ul class="sorting">
        {sorts.map((sort) => <li>{sort === view.sort ? <span aria-current="true">{t[sort]}</span> : <a href={site.href(`${addressOf(code, { ...view.query, sort })}#${LIST_ID}`)}>{t[sort]}</a>}</li>)}
      </ul>
    </nav>
  );
}
