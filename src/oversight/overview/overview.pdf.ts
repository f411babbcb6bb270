/** An overview as a tagged PDF: everything that its page says, for a case file or a printer. */
import { fill, type Language } from '#base';
import { figureAbout } from '#register';
import { formatDate, formatDateTime, makePdf, PDF_COLOURS, pdfInside, pdfLine, pdfList, pdfTable, plainText, type PdfPlace, type Site } from '#ui';
import { overviewAddress } from './addresses.ts';
import { compared } from './figure.parts.tsx';
import { da as formDa } from './form.da.ts';
import { en as formEn } from './form.en.ts';
import { GROUNDS } from './grounds.ts';
import type { Loaded } from './load.ts';
import { da } from './overview.da.ts';
import { en } from './overview.en.ts';
import type { Overview, Statement } from './overview.schema.ts';
import { dayOf, outcomesOf } from './overview.view.ts';
import { publishedLines } from './published.parts.tsx';
import type { OverviewRow } from './rows.ts';
import { dayText, rowAmountText } from './rows.parts.tsx';
import { amountText, lawThenTexts, speakerText, valueText } from './statement.text.ts';
import { outcomeTexts, STATUSES, statusTexts } from './words.ts';

const texts = { da: { ...da, ...formDa }, en: { ...en, ...formEn } };
const HEADING = { font: 'strong', size: 14, colour: PDF_COLOURS.petrol, gap: 3 } as const;
const SMALL = { size: 9, colour: PDF_COLOURS.soft, gap: 2 } as const;

export interface OverviewPdfOptions extends Loaded {
  readonly site: Site;
  readonly at: Temporal.Instant;
}

export function overviewPdf({ site, view, whole, at }: OverviewPdfOptions): Promise<Buffer> {
  const { lang } = site;
  const t = texts[lang];
  const { overview } = view;
  return makePdf({ lang, title: overview.title[lang], author: site.publisher.name, at }, (place) => {
    pdfLine(place, 'H1', overview.title[lang], { font: 'strong', size: 20, colour: PDF_COLOURS.petrol, gap: 3 });
    pdfLine(place, 'P', overview.lead[lang], { size: 12, gap: 6 });
    for (const lines of publishedLines({ site, overview, whole })) pdfLine(place, 'P', lines.join(' '), SMALL);
    section(place, t.story, (inner) => pdfList(inner, overview.story, (body, { text, sources }, index) => pdfLine(body, 'P', `${index + 1}. ${text[lang]} ${marks(overview, sources)}`)));
    section(place, t.unknown, (inner) => pdfList(inner, overview.unknown, (body, text) => pdfLine(body, 'P', text[lang])));
    if (view.figures.length > 0) section(place, t.figures, (inner) => pdfList(inner, view.figures, (body, figure) => writeStatement(body, site, overview, figure, view.earlier)));
    if (overview.names.length > 0 || view.known.length > 0) writeRows(place, { site, view });
    if (view.common.length > 0) section(place, overview.names.length > 0 ? t.all : t.more, (inner) => pdfList(inner, view.common, (body, statement) => writeStatement(body, site, overview, statement, view.earlier)));
    section(place, t.sources, (inner) => pdfList(inner, overview.sources, (body, { title, publisher, url, seen }, index) => pdfLine(body, 'P', `[${index + 1}] ${title} – ${publisher} (${t[`seen${seen}`]}). ${url}`, { size: 9.5 })));
    place.pdf.moveDown(1);
    pdfLine(place, 'P', fill(t.madeFile, { day: formatDateTime(at.toString(), lang), address: figureAbout({ ...site, path: overviewAddress(overview.id) }).address }), SMALL);
  });
}

function section(place: PdfPlace, heading: string, write: (place: PdfPlace) => void): void {
  place.pdf.moveDown(0.8);
  pdfInside(place, 'Sect', (inner) => {
    pdfLine(inner, 'H2', heading, HEADING);
    write(inner);
  });
}

function writeRows(place: PdfPlace, { site, view }: Pick<OverviewPdfOptions, 'site' | 'view'>): void {
  const { lang } = site;
  const t = texts[lang];
  const { overview, rows, rest, counts, common } = view;
  const nothing = new Set(rest);
  const known = rows.filter(({ municipality }) => !nothing.has(municipality));
  section(place, t.municipalities, (inner) => {
    pdfLine(inner, 'P', STATUSES.filter((status) => counts.has(status)).map((status) => `${statusTexts[status][lang]}: ${counts.get(status) ?? 0}`).join('. '));
    if (known.length > 0) {
      pdfTable(inner, [t.municipality, t.status, t.outcome, t.amount, t.date], [3, 5, 5, 3, 3], known.map((row) => [
        row.municipality, statusTexts[row.status][lang], outcomesOf(row, common).map(({ outcome }) => outcomeTexts[outcome][lang]).join('; '), rowAmountText(site, row) ?? t.unknownAmount, dayText(site, row) ?? t.unknownAmount,
      ]));
    }
    if (rest.length > 0) pdfLine(inner, 'P', `${fill(t.restHeading, { count: rest.length })}. ${t.restText} ${rest.join(', ')}.`, { size: 9.5 });
  });
  if (known.length > 0) {
    section(place, t.cases, (inner) => {
      for (const row of known) writeCase(inner, { site, overview, row, common });
    });
  }
}

interface CaseOf {
  readonly site: Site;
  readonly overview: Overview;
  readonly row: OverviewRow;
  readonly common: readonly Statement[];
}

function writeCase(place: PdfPlace, { site, overview, row, common }: CaseOf): void {
  const { lang } = site;
  const t = texts[lang];
  const { municipality, status, statements, notices, holdings, corrected } = row;
  const part = (heading: string, own: readonly Statement[], none: string | null): void => {
    if (own.length === 0 && none === null) return;
    pdfLine(place, 'P', heading, { font: 'strong', gap: 1 });
    if (own.length === 0) pdfLine(place, 'P', none ?? '', { indent: 14 });
    pdfList(place, own, (body, statement) => writeStatement(body, site, overview, statement, corrected));
  };
  const of = (...kinds: readonly Statement['kind'][]): readonly Statement[] => statements.filter(({ kind }) => kinds.includes(kind));
  const claims = of('claim');
  pdfLine(place, 'H3', `${municipality} – ${statusTexts[status][lang]}`, { font: 'strong', size: 12, gap: 2 });
  pdfList(place, [
    ...notices.map(({ title, ocid, day, words }) => `${t.notice}: ${plainText(title ?? ocid)} (${ocid}${day === null ? '' : `, ${formatDate(day, lang)}`}). ${plainText(words)}`),
    ...holdings.map(({ supplier, from, to, amount, currency, basis, source }) => `${fill(to === null ? t.holding : t.holdingUntil, { supplier, from: formatDate(from ?? '', lang), to: formatDate(to ?? '', lang) })}${amount === null ? '' : `, ${amountText({ amount, currency, basis }, lang)}`}. ${t.source}: ${plainText(source)}`),
  ], (body, text) => pdfLine(body, 'P', text, { indent: 14 }));
  part(t.purchase, of('way', 'holding'), null);
  part(t.claim, claims, t.noClaim);
  for (const ground of new Set(claims.flatMap((claim) => (claim.kind === 'claim' ? [claim.ground] : [])))) {
    const then = lawThenTexts(GROUNDS[ground].rules, dayOf(row) ?? overview.period.from, lang).join(' ');
    pdfLine(place, 'P', `${t.test} – ${t.wouldBeTrue} ${GROUNDS[ground].wouldBeTrue[lang]} ${then} ${t.missing}`);
  }
  part(t.reply, of('reply', 'question', 'silence'), claims.length > 0 ? t.onlyWords : t.noReply);
  part(t.outcome, outcomesOf(row, common), t.noOutcome);
  part(t.evidence, of('view', 'figure'), null);
  place.pdf.moveDown(0.6);
}

function writeStatement(place: PdfPlace, site: Site, overview: Overview, statement: Statement, earlier: ReadonlyMap<string, readonly Statement[]>): void {
  const { lang } = site;
  const t = texts[lang];
  const said = `${lead(statement, lang)}${statement.by === undefined ? t.ofSource : fill(t.by, { name: speakerText(statement.by, lang) })}: ${statement.text[lang]}${statement.kind === 'question' ? ` ${fill(t.question, { day: formatDate(statement.deadline, lang) })}` : ''} ${marks(overview, statement.sources)}`;
  pdfLine(place, 'P', said, { indent: 14, gap: 1 });
  if (statement.kind === 'figure') pdfLine(place, 'P', `${t.figureBasis} ${[statement.basis[lang], compared(statement, lang)].join(' ').trimEnd()} ${t.figureNotShown} ${statement.notShown[lang]}`, { indent: 14, gap: 1 });
  pdfLine(place, 'P', fill(t.entered, { day: formatDate(statement.entered, lang) }), { ...SMALL, indent: 14, gap: 1 });
  for (const [at, before] of (earlier.get(statement.id) ?? []).entries()) {
    pdfLine(place, 'P', `${t.corrected} ${fill(t.version, { number: at + 1, day: formatDate(before.entered, lang) })}: ${lead(before, lang)}${before.text[lang]} ${marks(overview, before.sources)}`, { indent: 28, gap: 1 });
  }
  place.pdf.moveDown(0.2);
}

/** Its value before its words, where it has one. */
function lead(statement: Statement, lang: Language): string {
  const value = valueText(statement, lang);
  return value === '' ? '' : `${value}${value.endsWith('.') ? '' : '.'} `;
}

function marks({ sources }: Overview, ids: readonly string[]): string {
  return ids.map((id) => `[${sources.findIndex((source) => source.id === id) + 1}]`).join('');
}
