import { plainText, withoutControls } from '#ui';

/** Something on a day or at a moment of it, and no stretch of time. Texts are plain, addresses absolute. */
export interface CalendarEvent {
  /** The same in every later version of the calendar, and in no other one. */
  readonly uid: string;
  /** ISO 8601: an instant; a day for what has no hour. */
  readonly at: string;
  /** ISO 8601 instant: when what is said of it last changed. */
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
  events(): AsyncIterable<readonly CalendarEvent[]>;
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
  for await (const events of calendar.events()) yield lines(events.flatMap(linesOf));
  yield lines(['END:VCALENDAR']);
}

// Nothing refers to it; a calendar must hold one component, also when nothing lies ahead.
const UTC_ZONE = [
  'BEGIN:VTIMEZONE', 'TZID:Etc/UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'TZNAME:UTC', 'END:STANDARD', 'END:VTIMEZONE',
];

function linesOf(event: CalendarEvent): readonly string[] {
  return [
    'BEGIN:VEVENT', `UID:${escaped(event.uid)}`, `DTSTAMP:${utc(event.changed)}`, `LAST-MODIFIED:${utc(event.changed)}`, `SEQUENCE:${event.sequence}`,
    DAY.test(event.at) ? `DTSTART;VALUE=DATE:${event.at.replaceAll('-', '')}` : `DTSTART:${utc(event.at)}`, `SUMMARY:${escaped(plainText(event.title))}`, `DESCRIPTION:${escaped(event.description)}`,
    `URL:${event.address}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
  ];
}

// Without an end it is the whole day.
const DAY = /^\d{4}-\d\d-\d\d$/;

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
