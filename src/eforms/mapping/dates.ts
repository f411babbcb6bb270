import { lookup } from '../codes/lookup.ts';
import { child, textOf, type Element } from '../xml/element.ts';

/** What a day means where no time is given: when it begins, or when it ends. */
export type Edge = 'start' | 'end';

const DATE = /^(\d{4}-\d{2}-\d{2})(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;
const TIME = /^((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/**
 * A date of a notice, and its time where there is one, as a moment in ISO 8601. The offset is the one written, of the
 * time first. Where none is written, as in all TED XML, the wall time holds in the buyer's country.
 * @param zone IANA name of the time zone in the buyer's country, or null when it is not known: then UTC is assumed.
 */
export function moment(date: string | null, time: string | null, edge: Edge, zone: string | null): string | undefined {
  const [, day, dayOffset] = DATE.exec(date ?? '') ?? [];
  if (day === undefined || !isDay(day)) return undefined;
  const [, clock, clockOffset] = TIME.exec(time ?? '') ?? [];
  const wall = `${day}T${clock === undefined ? (edge === 'start' ? '00:00:00' : '23:59:59') : full(clock)}`;
  const offset = clockOffset ?? dayOffset;
  return wall + (offset ?? offsetAt(wall, zone));
}

/** The day of a date, whatever its offset; of what is no day of the calendar, null. */
export function dayIn(date: string | null): string | null {
  const day = DATE.exec(date ?? '')?.[1];
  return day !== undefined && isDay(day) ? day : null;
}

/** The moment in the children of a period. */
export function momentIn(parent: Element | undefined, dateName: string, timeName: string, edge: Edge, zone: string | null): string | undefined {
  if (parent === undefined) return undefined;
  return moment(textOf(child(parent, dateName)), textOf(child(parent, timeName)), edge, zone);
}

function full(clock: string): string {
  return clock.length === 5 ? `${clock}:00` : clock;
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return year >= 1 && date >= 1 && date <= (month === 2 && isLeap ? 29 : (MONTHS[month - 1] ?? 0));
}

/** Offsets by zone and hour: the same few hours are asked for again and again. */
const offsets = new Map<string, string>();
const MOST_OFFSETS = 50_000;

function offsetAt(wall: string, zone: string | null): string {
  if (zone === null) return 'Z';
  const hour = `${zone} ${wall.slice(0, 13)}`;
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const { offset } = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone);
  // Before the zones there was local time, to the second.
  const found = offset === '+00:00' ? 'Z' : offset.slice(0, 6);
  if (offsets.size < MOST_OFFSETS) offsets.set(hour, found);
  return found;
}

/** Time zones of the capitals of the countries that publish in TED; where a country has several zones it is the capital's. */
const ZONES: Readonly<Record<string, string>> = {
  AT: 'Europe/Vienna', BE: 'Europe/Brussels', BG: 'Europe/Sofia', CH: 'Europe/Zurich', CY: 'Asia/Nicosia', CZ: 'Europe/Prague', DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen', EE: 'Europe/Tallinn', ES: 'Europe/Madrid', FI: 'Europe/Helsinki', FO: 'Atlantic/Faroe', FR: 'Europe/Paris',
  GB: 'Europe/London', GR: 'Europe/Athens', HR: 'Europe/Zagreb', HU: 'Europe/Budapest', IE: 'Europe/Dublin', IS: 'Atlantic/Reykjavik',
  IT: 'Europe/Rome', LI: 'Europe/Vaduz', LT: 'Europe/Vilnius', LU: 'Europe/Luxembourg', LV: 'Europe/Riga', MK: 'Europe/Skopje', MT: 'Europe/Malta',
  NL: 'Europe/Amsterdam', NO: 'Europe/Oslo', PL: 'Europe/Warsaw', PT: 'Europe/Lisbon', RO: 'Europe/Bucharest', RS: 'Europe/Belgrade',
  SE: 'Europe/Stockholm', SI: 'Europe/Ljubljana', SK: 'Europe/Bratislava', TR: 'Europe/Istanbul',
};

export function zoneOf(country: string | null): string | null {
  return lookup(ZONES, country) ?? null;
}
