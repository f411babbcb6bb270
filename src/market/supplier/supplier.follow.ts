/** What a supplier's calendar and feed hold: the home page, for programs that come back to it. Nothing of a bid but whether it is in. */
import { fill } from '#base';
import { tagOf, uidOf, type CalendarEvent, type FeedEntry } from '#register';
import { formatDateTime, type Site } from '#ui';
import { nextOf } from '../application/application.next.ts';
import { OVER, type Application } from '../application/application.schema.ts';
import type { MarketRecord } from '../core/record.ts';
import { da } from './supplier.da.ts';
import { en } from './supplier.en.ts';
import type { OwnBid, SupplierHome } from './supplier.store.ts';

const texts = { da, en };

export const CALENDAR = '/torv/leverandoer/frister.ics';
export const FEED = '/torv/leverandoer/nyt.atom';

export interface Following {
  readonly site: Site;
  /** Absolute address of a path of this world. */
  readonly address: (path: string) => string;
  readonly home: SupplierHome;
  readonly now: Temporal.Instant;
}

type Texts = typeof da | typeof en;
type EventKey = 'event.bid' | 'event.dialogue' | 'event.first' | 'event.correction' | 'event.renewal' | 'event.hearing';

/** Days of an application by which its supplier must do something, by the state. */
const OWN_DAYS: Readonly<Record<string, { readonly key: EventKey; readonly day: string }>> = {
  correction: { key: 'event.correction', day: 'answerBy' }, renewal: { key: 'event.renewal', day: 'due' }, hearing: { key: 'event.hearing', day: 'answerBy' },
};

function bidTold(bid: OwnBid | undefined, t: Texts, site: Site): string {
  const { status = null } = bid ?? {};
  return status?.status === 'submitted' && status.receivedAt !== null ? fill(t.submitted, { when: formatDateTime(status.receivedAt, site.lang) }) : t.notSubmitted;
}

interface Dated {
  readonly record: MarketRecord;
  readonly key: EventKey;
  /** ISO instant or day. */
  readonly at: string;
  readonly path: string;
  readonly title: string;
  readonly told: string;
}

/** Deadlines that lie ahead. */
export function deadlinesOf(following: Following): readonly CalendarEvent[] {
  const { site, address } = following;
  const t = texts[site.lang];
  return datedOf(following).map(({ record, key, at, path, title, told }) => ({
    uid: uidOf({ url: address('/'), site }, record.id, key.slice('event.'.length)),
    at, changed: instantOf(record.changedAt), sequence: record.version, title: fill(t[key], { title }), description: told, address: address(`${path}/${record.id}`),
  }));
}

function datedOf({ site, home, now }: Following): readonly Dated[] {
  const t = texts[site.lang];
  const ownerOf = ({ owner }: MarketRecord): string => home.organisations.get(owner)?.name ?? '';
  const running = new Set(home.applications.filter(({ state }) => !OVER.includes(state)).map(({ parent }) => parent));
  const bids = home.invited.flatMap((record): readonly Dated[] => (record.body.deadline === undefined ? [] : [{
    record, key: 'event.bid', at: instantOf(record.body.deadline), path: '/torv/koeb', title: record.body.title, told: `${ownerOf(record)}. ${bidTold(home.bids.get(record.id), t, site)}`,
  }]));
  const dialogues = home.dialogues.map((record): Dated => {
    const { title, closesAt } = record.body as { readonly title: string; readonly closesAt: string };
    return { record, key: 'event.dialogue', at: instantOf(closesAt), path: '/torv/dialog', title, told: ownerOf(record) };
  });
  const first = home.systems.filter(({ id, body }) => !running.has(id) && body.firstDeadline !== undefined)
    .map((record): Dated => ({ record, key: 'event.first', at: instantOf(record.body.firstDeadline ?? ''), path: '/torv/dis', title: record.body.title, told: ownerOf(record) }));
  const own = home.applications.flatMap((record): readonly Dated[] => ownDays(record, home, now));
  return [...bids, ...dialogues, ...first, ...own].filter(({ at }) => !isPast(at, now));
}

function ownDays(record: Application, home: SupplierHome, now: Temporal.Instant): readonly Dated[] {
  const below = home.below.get(record.parent ?? '');
  const asked = OWN_DAYS[record.state];
  if (below === undefined || asked === undefined) return [];
  const at = nextOf(record, below.system.body, below.records, now).values[asked.day] ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(at) ? [{ record, key: asked.key, at, path: '/torv/ansoegning', title: record.body.system, told: '' }] : [];
}

function isPast(at: string, now: Temporal.Instant): boolean {
  return at.includes('T') ? Temporal.Instant.compare(Temporal.Instant.from(at), now) < 0 : at < now.toZonedDateTimeISO('Europe/Copenhagen').toPlainDate().toString();
}

/** Whatever the database wrote, as an ISO instant. */
function instantOf(text: string): string {
  return Temporal.Instant.from(text).toString();
}

const MOST_ENTRIES = 50;

/** What is new for the organisation, the newest first. */
export function newsOf({ site, address, home }: Following): readonly FeedEntry[] {
  const t = texts[site.lang];
  const entry = (record: MarketRecord, key: 'entry.invited' | 'entry.letter' | 'entry.application' | 'entry.system' | 'entry.dialogue', path: string, title: string, summary: string): FeedEntry => (
    { id: tagOf({ url: address('/') }, `${path}/${record.id}/${record.version}`), title: fill(t[key], { title }), summary, address: address(`${path}/${record.id}`), updated: instantOf(record.changedAt) });
  const ownerOf = ({ owner }: MarketRecord): string => home.organisations.get(owner)?.name ?? '';
  return [
    ...home.invited.map((one) => entry(one, 'entry.invited', '/torv/koeb', one.body.title, `${ownerOf(one)}. ${bidTold(home.bids.get(one.id), t, site)}`)),
    ...home.letters.map((one) => entry(one, 'entry.letter', '/torv/brev', one.body.title, ownerOf(one))),
    ...home.applications.map((one) => entry(one, 'entry.application', '/torv/ansoegning', one.body.system, '')),
    ...home.systems.map((one) => entry(one, 'entry.system', '/torv/dis', one.body.title, ownerOf(one))),
    ...home.dialogues.map((one) => entry(one, 'entry.dialogue', '/torv/dialog', (one.body as { readonly title: string }).title, ownerOf(one))),
  ].toSorted((a, b) => (a.updated < b.updated ? 1 : -1)).slice(0, MOST_ENTRIES);
}
