/** The columns of the files. */
import { column } from '#register';
import type { YearView } from './competition.view.ts';
import type { CompetitionRow } from './rows.view.ts';
import type { Share } from './shares.view.ts';

const { day, decimal, flag, integer, text } = column;

export const ROW_COLUMNS: readonly column.TableColumn<CompetitionRow>[] = [
  { name: 'ocid', heading: { da: 'OCID', en: 'OCID' }, values: text((row) => row.ocid) },
  { name: 'title', heading: { da: 'Titel', en: 'Title' }, values: text((row) => row.title) },
  { name: 'buyer', heading: { da: 'Køber', en: 'Buyer' }, values: text((row) => row.buyer?.name ?? null) },
  { name: 'buyer_key', heading: { da: 'Køber (nøgle)', en: 'Buyer (key)' }, values: text((row) => row.buyer?.key ?? null) },
  { name: 'lot', heading: { da: 'Delaftale', en: 'Lot' }, values: text((row) => row.lot) },
  { name: 'lot_title', heading: { da: 'Delaftalens titel', en: 'Title of the lot' }, values: text((row) => row.lotTitle) },
  { name: 'day', heading: { da: 'Dag', en: 'Day' }, values: day((row) => row.day) },
  { name: 'bids', heading: { da: 'Tilbud', en: 'Bids' }, values: integer((row) => row.bids) },
  { name: 'organisation', heading: { da: 'Vinder eller byder', en: 'Winner or bidder' }, values: text((row) => row.organisation?.name ?? null) },
  { name: 'organisation_key', heading: { da: 'Vinder eller byder (nøgle)', en: 'Winner or bidder (key)' }, values: text((row) => row.organisation?.key ?? null) },
  { name: 'won', heading: { da: 'Vandt', en: 'Won' }, values: flag((row) => row.won) },
  { name: 'amount', heading: { da: 'Beløb', en: 'Amount' }, values: decimal((row) => row.amount) },
  { name: 'currency', heading: { da: 'Valuta', en: 'Currency' }, values: text((row) => row.currency) },
  { name: 'without_call', heading: { da: 'Uden forudgående bekendtgørelse', en: 'Without a call for competition' }, values: flag((row) => row.withoutCall) },
  { name: 'days', heading: { da: 'Dage fra frist til tildeling', en: 'Days from deadline to award' }, values: integer((row) => row.days) },
  { name: 'field', heading: { da: 'Område (CPV, tre cifre)', en: 'Field (CPV, three digits)' }, values: text((row) => row.field) },
];

/** A share or mean as a decimal with at most six places. */
const figureOf = <Row>(read: (row: Row) => number | null) => decimal<Row>((row) => {
  const value = read(row);
  return value === null ? null : value.toFixed(6).replace(/\.?0+$/, '');
});
const figure = (read: (row: YearView) => number | null) => figureOf<YearView>(read);
const ofShare = (read: (row: Share) => number) => figureOf<Share>(read);

export const SHARE_COLUMNS: readonly column.TableColumn<Share>[] = [
  { name: 'year', heading: { da: 'År', en: 'Year' }, values: integer((row) => row.year) },
  { name: 'place', heading: { da: 'Nr.', en: 'No.' }, values: integer((row) => row.place) },
  { name: 'organisation', heading: { da: 'Vinder', en: 'Winner' }, values: text((row) => row.organisation.name) },
  { name: 'organisation_key', heading: { da: 'Vinder (nøgle)', en: 'Winner (key)' }, values: text((row) => row.organisation.key) },
  { name: 'awards', heading: { da: 'Tildelinger', en: 'Awards' }, values: integer((row) => row.awards) },
  { name: 'amount', heading: { da: 'Beløb', en: 'Amount' }, values: decimal((row) => row.amount) },
  { name: 'currency', heading: { da: 'Valuta', en: 'Currency' }, values: text((row) => row.currency) },
  { name: 'share', heading: { da: 'Andel', en: 'Share' }, values: ofShare((row) => row.share) },
  { name: 'together', heading: { da: 'Andele tilsammen', en: 'Shares together' }, values: ofShare((row) => row.together) },
  { name: 'square', heading: { da: 'Kvadreret andel', en: 'Share squared' }, values: ofShare((row) => row.square) },
];

export const YEAR_COLUMNS: readonly column.TableColumn<YearView>[] = [
  { name: 'year', heading: { da: 'År', en: 'Year' }, values: integer((row) => row.year) },
  { name: 'processes', heading: { da: 'Forløb', en: 'Processes' }, values: integer((row) => row.calls.processes) },
  { name: 'with_call', heading: { da: 'Med forudgående bekendtgørelse', en: 'With a call for competition' }, values: integer((row) => row.calls.with) },
  { name: 'without_call', heading: { da: 'Uden forudgående bekendtgørelse', en: 'Without a call for competition' }, values: integer((row) => row.calls.without) },
  { name: 'lots', heading: { da: 'Delaftaler med kendt antal tilbud', en: 'Lots with a known number of bids' }, values: integer((row) => row.bids.lots) },
  { name: 'single_bid', heading: { da: 'Delaftaler med ét tilbud', en: 'Lots with one bid' }, values: integer((row) => row.bids.single) },
  { name: 'mean_bids', heading: { da: 'Tilbud i snit', en: 'Bids on average' }, values: figure((row) => row.bids.mean) },
  { name: 'median_bids', heading: { da: 'Tilbud, median', en: 'Bids, median' }, values: figure((row) => row.bids.median) },
  { name: 'awards', heading: { da: 'Tildelinger med navngiven vinder', en: 'Awards with a named winner' }, values: integer((row) => row.awards) },
  { name: 'winners', heading: { da: 'Vindere', en: 'Winners' }, values: integer((row) => row.concentration?.winners ?? 0) },
  { name: 'first_time_winners', heading: { da: 'Vandt første gang', en: 'Won for the first time' }, values: integer((row) => row.firstTime) },
  { name: 'cr1', heading: { da: 'CR1', en: 'CR1' }, values: figure((row) => row.concentration?.cr1 ?? null) },
  { name: 'cr4', heading: { da: 'CR4', en: 'CR4' }, values: figure((row) => row.concentration?.cr4 ?? null) },
  { name: 'hhi', heading: { da: 'HHI', en: 'HHI' }, values: figure((row) => row.concentration?.hhi ?? null) },
];
