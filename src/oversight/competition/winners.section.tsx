/** Who wins: the largest, how the whole is divided, who wins where, and for how long. */
import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import { DataTable, formatShortDate, Outside, RankChart, shorten, Time, type Column } from '#ui';
import { sharesAddress } from './addresses.ts';
import { LEAST_VALUED } from './competition.store.ts';
import type { ConcentrationView, PlaceView, TenureView, WinnerView } from './competition.view.ts';
import { chartAbout, divided, number, Organisation, perCent, placeField, rough, RowsLink, texts, type ViewProps } from './parts.tsx';
import { scopeAddress, type Scope } from './scope.ts';
import { sharesTexts } from './shares.page.tsx';

const NAME_LENGTH = 90;

export function Winners(props: ViewProps): VNode {
  const { site, view, prefix } = props;
  const { lang } = site;
  const t = texts[lang];
  if (view.winners.length === 0) return <p>{t.noWinners}</p>;
  const columns: Column<WinnerView>[] = [
    { header: t.organisation, cell: (winner) => <Organisation site={site} organisation={winner} /> },
    { header: t.awards, numeric: true, cell: ({ key, awards }) => <RowsLink site={site} place={{ scope: view.scope, figure: 'awards', supplier: key }}>{number(awards, lang)}</RowsLink> },
    { header: t.share, numeric: true, cell: ({ share }) => perCent(share, lang) },
    { header: t.buyersCount, numeric: true, cell: ({ buyers }) => number(buyers, lang) },
    { header: t.firstWin, numeric: true, cell: ({ since }) => dayText(since, lang) },
    { header: t.lastWin, numeric: true, cell: ({ until }) => dayText(until, lang) },
  ];
  return (
    <>
      <RankChart
        {...chartAbout(site, view)} id={`${prefix}-vindere`} title={t.topWinners} measure="count" headers={[t.organisation, t.awards]}
        description={fill(t.topWinnersText, { count: view.winners.length, total: number(view.concentration?.winners ?? 0, lang) })}
        rows={view.winners.map(({ name, awards }) => ({ label: shorten(name, NAME_LENGTH), href: null, value: awards }))}
      />
      <DataTable lang={lang} caption={t.topWinners} hideCaption columns={columns} rows={view.winners} />
      <p><a href={site.href(sharesAddress({ scope: view.scope }))}>{sharesTexts[lang].title}</a></p>
      <p class="quiet">{t.winnersNote}</p>
    </>
  );
}

function dayText(day: string | null, lang: Language): VNode | string {
  return day === null ? '–' : <Time value={day} text={formatShortDate(day, lang)} />;
}

interface Measured {
  readonly basis: string;
  /** null: by number of awards. */
  readonly currency: string | null;
  readonly awards: number;
  readonly found: ConcentrationView;
}

export function Division({ site, view }: ViewProps): VNode {
  const { lang } = site;
  const t = texts[lang];
  if (view.concentration === null) return <p>{t.noWinners}</p>;
  const rows: Measured[] = [
    { basis: t.byAwards, currency: null, awards: view.awards.named, found: view.concentration },
    ...view.byValue.map(({ currency, awards, ...found }) => ({ basis: fill(t.byCurrency, { currency: shorten(currency, 12) }), currency, awards, found })),
  ];
  const measured = (read: (found: ConcentrationView) => string): Column<Measured>['cell'] => ({ found, awards, currency }) => (
    <a href={site.href(sharesAddress({ scope: view.scope, currency }))}>{divided(found, awards, read, lang)}</a>);
  const columns: Column<Measured>[] = [
    { header: t.basis, cell: ({ basis }) => <Outside text={basis} /> },
    { header: t.awards, numeric: true, cell: ({ awards }) => number(awards, lang) },
    { header: t.winnersCount, numeric: true, cell: ({ found }) => number(found.winners, lang) },
    { header: t.cr1Short, numeric: true, cell: measured(({ cr1 }) => perCent(cr1, lang)) },
    { header: t.cr4Short, numeric: true, cell: measured(({ cr4 }) => perCent(cr4, lang)) },
    { header: t.hhi, numeric: true, cell: (row) => <>{measured(({ hhi }) => rough(hhi, lang, 2))(row)} <span class="quiet">({fill(t.hhiRange, { low: rough(1 / row.awards, lang, 1 / row.awards < 0.01 ? 3 : 2) })})</span></> },
  ];
  return (
    <>
      <DataTable lang={lang} caption={t.concentration} hideCaption columns={columns} rows={rows} />
      <p class="quiet">{t.concentrationNote} {fill(t.valueNote, { least: LEAST_VALUED })}</p>
    </>
  );
}

export function Places({ site, view }: ViewProps): VNode {
  const { lang } = site;
  const t = texts[lang];
  const { kind, rows } = view.places;
  const columns: Column<PlaceView>[] = [
    { header: t[`place.${kind}`], cell: ({ key, name }) => <PlaceName site={site} kind={kind} place={key} name={name} scope={view.scope} /> },
    { header: t.awards, numeric: true, cell: ({ key, awards }) => (kind === 'buyer' ? <RowsLink site={site} place={{ scope: view.scope, figure: 'awards', buyer: key }}>{number(awards, lang)}</RowsLink> : number(awards, lang)) },
    { header: t.winnersCount, numeric: true, cell: ({ winners }) => number(winners, lang) },
    { header: t.most, cell: ({ leader }) => <Organisation site={site} organisation={leader} /> },
    { header: t.mostShare, numeric: true, cell: ({ leaderShare }) => perCent(leaderShare, lang) },
  ];
  return (
    <>
      <p>{t[`placesLead.${kind}`]}</p>
      <DataTable lang={lang} caption={t.places} hideCaption columns={columns} rows={rows} />
    </>
  );
}

interface PlaceProps extends Pick<ViewProps, 'site'> {
  readonly kind: 'buyer' | 'field' | 'lot';
  readonly place: string;
  readonly name: string | null;
  readonly scope: Scope;
}

function PlaceName({ site, kind, place, name, scope }: PlaceProps): VNode | string {
  if (kind === 'field') {
    const label = placeField(place, site.lang);
    return <a href={site.href(scopeAddress({ kind: 'field', key: place.replace(/0+$/, '').padEnd(2, '0') }))}>{label}</a>;
  }
  if (kind === 'buyer') return <a href={site.href(scopeAddress({ kind: 'buyer', key: place }))}><Outside text={shorten(name ?? place, NAME_LENGTH)} /></a>;
  const lot = place.slice(place.indexOf(' ') + 1);
  const isOwn = place.startsWith(`${scope.key} `);
  return <Outside text={shorten([lot || texts[site.lang].wholeTender, name, isOwn ? null : place.slice(0, place.indexOf(' '))].filter(Boolean).join(': '), NAME_LENGTH)} />;
}

const DAYS_OF_YEAR = 365.25;
const MONTHS = 12;

export function TenureOf({ site, view }: ViewProps): VNode {
  const { lang } = site;
  const t = texts[lang];
  const { rows, again, looked, places } = view.tenure;
  const kind = view.places.kind === 'field' ? 'field' : 'buyer';
  const columns: Column<TenureView>[] = [
    { header: t[`place.${kind}`], cell: ({ key, name }) => <PlaceName site={site} kind={kind} place={key} name={name} scope={view.scope} /> },
    { header: t.holder, cell: ({ holder }) => <Organisation site={site} organisation={holder} /> },
    { header: t.since, numeric: true, cell: ({ since }) => dayText(since, lang) },
    { header: t.until, numeric: true, cell: ({ until }) => dayText(until, lang) },
    { header: t.span, numeric: true, cell: (row) => spanText(row, lang) },
    { header: t.times, numeric: true, cell: ({ key, holder, times }) => <RowsLink site={site} place={{ scope: view.scope, figure: 'tenure', supplier: holder.key, [kind]: key }}>{number(times, lang)}</RowsLink> },
  ];
  const numbers = { looked: number(looked, lang), again: number(again, lang), places: number(places, lang) };
  return (
    <>
      <p>{t.tenureLead}{looked < 2 ? '' : ` ${fill(t[`tenureOf.${kind}`], numbers)}`}{looked < places ? ` ${fill(t.tenureSome, numbers)}` : ''}</p>
      {rows.length === 0 ? <p>{t.tenureNone}</p> : (
        <>
          <DataTable lang={lang} caption={t.tenureTable} columns={columns} rows={rows} />
          <p><RowsLink site={site} place={{ scope: view.scope, figure: 'tenure' }}>{t['rows.tenure']}</RowsLink></p>
        </>
      )}
      <p class="quiet">{t.tenureNote}</p>
    </>
  );
}

function spanText({ since, until }: TenureView, lang: Language): string {
  const years = Temporal.PlainDate.from(since).until(until).days / DAYS_OF_YEAR;
  return years >= 1 ? fill(texts[lang].spanYears, { years: rough(years, lang) }) : fill(texts[lang].spanMonths, { months: number(Math.round(years * MONTHS), lang) });
}
