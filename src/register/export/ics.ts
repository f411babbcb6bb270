import { plainText, withoutControls } from '#ui';

/** A deadline: a moment and no stretch of time. Texts are plain, addresses absolute. */
export interface Deadline {
  /** The same in every later version of the calendar, and in no other one. */
  readonly uid: string;
  /** ISO 8601 instants: the deadline, and when what is said of it last changed. */
  readonly at: string;
  readonly changed: string;
  /** Grows with each change. */
  readonly sequence: number;
  readonly title: string;
  readonly description: string;
  readonly address: string;
}

export interface CalendarFile {
  readonly name: string;
  readonly description: string;
  readonly lang: string;
  /** The calendar's own address. */
  readonly self: string;
  /** ISO 8601 instant. */
  readonly updated: string;
  deadlines(): AsyncIterable<readonly Deadline[]>;
}

/** A calendar, piece by piece. @see RFC 5545; RFC 7986 for name, source and refreshing */
export async function* icsOf(calendar: CalendarFile): AsyncGenerator<string> {
  const name = escaped(plainText(calendar.name));
  const description = escaped(calendar.description);
  yield lines([
    'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Torvet//Torvet//${calendar.lang.toUpperCase()}`, 'CALSCALE:GREGORIAN',
    `NAME:${name}`, `X-WR-CALNAME:${name}`, `DESCRIPTION:${description}`, `X-WR-CALDESC:${description}`, `LAST-MODIFIED:${utc(calendar.updated)}`,
    `SOURCE;VALUE=URI:${calendar.self}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT12H', 'X-PUBLISHED-TTL:PT12H', ...UTC_ZONE,
  ]);
  for await (const deadlines of calendar.deadlines()) yield lines(deadlines.flatMap(eventOf));
  yield lines(['END:VCALENDAR']);
}

// Nothing refers to it; a calendar must hold one component, also when no deadline lies ahead.
const UTC_ZONE = [
  'BEGIN:VTIMEZONE', 'TZID:Etc/UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'TZNAME:UTC', 'END:STANDARD', 'END:VTIMEZONE',
];

function eventOf(deadline: Deadline): readonly string[] {
  return [
    'BEGIN:VEVENT', `UID:${escaped(deadline.uid)}`, `DTSTAMP:${utc(deadline.changed)}`, `LAST-MODIFIED:${utc(deadline.changed)}`, `SEQUENCE:${deadline.sequence}`,
    `DTSTART:${utc(deadline.at)}`, `SUMMARY:${escaped(plainText(deadline.title))}`, `DESCRIPTION:${escaped(deadline.description)}`,
    `URL:${deadline.address}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
  ];
}

/** A value of type TEXT: what would end the value or the line is written otherwise. */
function escaped(value: string): string {
  return withoutControls(value).replaceAll('\t', ' ').replace(/[\\;,]/g, String.raw`\$&`).replace(/\r\n?|\n/g, String.raw`\n`);
}

/** `20260301T100000Z` */
function utc(instant: string): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

function lines(contents: readonly string[]): string {
  return contents.map((content) => `${folded(content)}\r\n`).join('');
}

const LONGEST_LINE = 75;

/** Lines of at most 75 octets; the next one begins with a space, and no character is split. */
function folded(content: string): string {
  let text = '';
  let room = LONGEST_LINE;
  for (const character of content) {
    const octets = Buffer.byteLength(character);
    if (octets > room) {
      text += '\r\n ';
      room = LONGEST_LINE - 1;
    }
    text += character;
    room -= octets;
  }
  return text;
}
