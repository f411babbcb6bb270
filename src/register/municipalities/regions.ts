/** The regions of Denmark and how long each of them lasts. */
export interface Region {
  /** Four digits, or null: not yet known. */
  readonly code: string | null;
  readonly name: string;
  /** The first day. */
  readonly from: Temporal.PlainDate;
  /** The first day after; null: no end is known. */
  readonly until: Temporal.PlainDate | null;
  /** Codes of the regions that became part of it. */
  readonly replaces: readonly string[];
}

/** Five regions began with the municipal reform. */
const REFORM = day('2007-01-01');
/** Region Hovedstaden and Region Sjælland become Region Østdanmark. */
const MERGER = day('2027-01-01');

export const REGIONS: readonly Region[] = [
  { code: '1081', name: 'Region Nordjylland', from: REFORM, until: null, replaces: [] },
  { code: '1082', name: 'Region Midtjylland', from: REFORM, until: null, replaces: [] },
  { code: '1083', name: 'Region Syddanmark', from: REFORM, until: null, replaces: [] },
  { code: '1084', name: 'Region Hovedstaden', from: REFORM, until: MERGER, replaces: [] },
  { code: '1085', name: 'Region Sjælland', from: REFORM, until: MERGER, replaces: [] },
  { code: null, name: 'Region Østdanmark', from: MERGER, until: null, replaces: ['1084', '1085'] },
];

/**
 * The region that a municipality lies in on a day; null before 1 January 2007, when there were no regions.
 * @param municipality `region`: the code of its region in 2026
 */
export function regionOn(municipality: { readonly region: string }, date: Temporal.PlainDate): Region | null {
  const own = ({ code, replaces }: Region): boolean => code === municipality.region || replaces.includes(municipality.region);
  return REGIONS.find((region) => own(region) && lasts(region, date)) ?? null;
}

function lasts({ from, until }: Region, date: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, date) <= 0 && (until === null || Temporal.PlainDate.compare(date, until) < 0);
}

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}
