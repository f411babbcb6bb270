/** An overview that is followed: each statement with what it says now, and the notices and agreements that came later. Pure. */
import { createHash } from 'node:crypto';
import { COPENHAGEN, fill } from '#base';
import { processAddress, tagOf, type FeedEntry } from '#register';
import { formatAmount, formatDate, shorten, type Site } from '#ui';
import { overviewAddress, OVERVIEWS } from './addresses.ts';
import { answeredOf } from './answered.ts';
import { GROUNDS } from './grounds.ts';
import { da } from './overview-feed.da.ts';
import { en } from './overview-feed.en.ts';
import type { Overview, Statement } from './overview.schema.ts';
import type { Evidence, HoldingFound, NoticeFound } from './rows.ts';
import { partyName, speakerName } from './rules.ts';
import { outcomeTexts, statusTexts } from './words.ts';

export const feedTexts = { da, en };
/** Of one overview, and of all of them. */
export const MOST_ENTRIES = 300;
export const ALL_FEED = `${OVERVIEWS}.atom`;

export function feedAddress(id: string): string {
  return `${overviewAddress(id)}.atom`;
}

export interface FollowedOverview {
  readonly site: Site;
  /** Public address of this installation, without a slash at the end. */
  readonly url: string;
  readonly overview: Overview;
  readonly evidence: Pick<Evidence, 'notices' | 'holdings'>;
  /** When the newest notice of each process came here: ISO 8601 instants, by ocid. */
  readonly arrivals: ReadonlyMap<string, string>;
}

/** Newest first; of one day in the order of the file. Every entry keeps its id for ever. */
export function overviewEntries(followed: FollowedOverview): readonly FeedEntry[] {
  const { overview, evidence } = followed;
  const notices = [...Map.groupBy(evidence.notices, ({ ocid }) => ocid).values()];
  return newestFirst([
    ...overview.statements.map((statement) => statementEntry(followed, statement)),
    ...notices.map((own) => noticeEntry(followed, own)),
    ...evidence.holdings.map((holding) => holdingEntry(followed, holding)),
  ]).slice(0, MOST_ENTRIES);
}

export function newestFirst(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  return entries.toSorted((one, other) => Temporal.Instant.compare(other.updated, one.updated));
}

function statementEntry(followed: FollowedOverview, statement: Statement): FeedEntry {
  const { site: { lang }, overview } = followed;
  const t = feedTexts[lang];
  const { id, about, text, entered, corrects } = statement;
  const [before, after] = [overview.statements.find((other) => other.id === corrects), overview.statements.find((other) => other.corrects === id)];
  const title = `${partyName(about) ?? speakerText(statement, lang) ?? t.everybody}: ${kindText(statement, lang)}`;
  const parts = [
    text[lang],
    ...(statement.kind === 'question' ? [fill(t.question2, { day: formatDate(statement.deadline, lang) })] : []),
    ...(before === undefined ? [] : [fill(t.correctedFrom, { text: before.text[lang] })]),
    ...(after === undefined ? [] : [fill(t.replacedBy, { day: formatDate(after.entered, lang), text: after.text[lang] })]),
    ...besides(overview, statement, lang),
    fill(t.source, { source: statement.sources.map((source) => overview.sources.find((one) => one.id === source)).flatMap((source) => (source === undefined ? [] : [`${source.publisher} ${source.url}`])).join(', ') }),
  ];
  return {
    ...common(followed, id), summary: parts.join(' \u00b7 '), updated: startOf(after?.entered ?? entered),
    title: after !== undefined ? fill(t.replaced, { title }) : before === undefined ? title : fill(t.corrected, { title }),
  };
}

function speakerText({ by }: Statement, lang: Site['lang']): string | null {
  if (by === undefined) return null;
  return 'other' in by ? by.other[lang] : speakerName(by);
}

/** What is said of a party stands with what came of it and with its own words, wherever it is read. */
function besides(overview: Overview, statement: Statement, lang: Site['lang']): readonly string[] {
  const name = partyName(statement.about);
  if (name === null) return [];
  const t = feedTexts[lang];
  const { outcomes, words } = answeredOf(overview, name);
  const others = words.filter(({ id }) => id !== statement.id);
  return [
    ...(statement.kind === 'outcome' || outcomes.length === 0 ? [] : [fill(t.outcome, { outcome: outcomes.map(({ outcome }) => outcomeTexts[outcome][lang]).join(', ') })]),
    ...(others.length === 0 ? [] : [fill(t.ownWords, { words: others.map(({ text }) => text[lang]).join(' ') })]),
  ];
}

function kindText(statement: Statement, lang: Site['lang']): string {
  const t = feedTexts[lang];
  switch (statement.kind) {
    case 'way': return statusTexts[statement.way][lang];
    case 'claim': return GROUNDS[statement.ground].said[lang];
    case 'outcome': return outcomeTexts[statement.outcome][lang];
    case 'holding': case 'reply': case 'question': case 'silence': case 'view': return t[statement.kind];
    default: return t.said;
  }
}

function noticeEntry(followed: FollowedOverview, own: readonly NoticeFound[]): FeedEntry {
  const { site, url, arrivals } = followed;
  const { lang } = site;
  const [first] = own;
  if (first === undefined) throw new Error('A group has a first.');
  const { ocid, title, day, way, words } = first;
  const parts = [own.map(({ municipality }) => municipality).join(', '), ...(way === null ? [] : [statusTexts[way][lang]]), ...(day === null ? [] : [formatDate(day, lang)]), words];
  return {
    ...common(followed, `notice-${encodeURIComponent(ocid)}`), address: url + site.href(processAddress(ocid)),
    title: fill(feedTexts[lang].notice, { title: shorten(title ?? ocid, 200) }), summary: parts.join(' \u00b7 '), updated: arrivals.get(ocid) ?? startOf(day ?? '1970-01-01'),
  };
}

function holdingEntry(followed: FollowedOverview, holding: HoldingFound): FeedEntry {
  const { lang } = followed.site;
  const t = feedTexts[lang];
  const { municipality, system, supplier, from, to, amount, currency, source, importedAt } = holding;
  const row = createHash('sha256').update(JSON.stringify([municipality, system, supplier, from, to, amount, currency, source])).digest('hex');
  const start = from === null ? '' : formatDate(from, lang);
  const parts = [to === null ? fill(t.since, { from: start }) : fill(t.span, { from: start, to: formatDate(to, lang) }), ...(amount === null ? [] : [formatAmount({ amount, currency }, lang)]), fill(t.source, { source })];
  return { ...common(followed, `holding-${row.slice(0, 20)}`), title: fill(t.held, { municipality, system, supplier }), summary: parts.join(' \u00b7 '), updated: Temporal.Instant.from(importedAt).toString() };
}

function common({ site, url, overview }: FollowedOverview, part: string): Pick<FeedEntry, 'id' | 'address'> {
  return { id: tagOf({ url }, site.dataHref(`${overviewAddress(overview.id)}#${part}`)), address: url + site.href(overviewAddress(overview.id)) };
}

/** A day is entered where it is that day in Denmark. */
function startOf(day: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(COPENHAGEN).toInstant().toString();
}
