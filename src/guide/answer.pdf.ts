/** The answer as a tagged PDF for the case file. */
import type { Language } from '#base';
import { makePdf, PDF_COLOURS, pdfLine, pdfList, type PdfPlace } from '#ui';
import type { AnswerDocument, Item, Section } from './answer.ts';
import { answerTextsOf, markText } from './answer-parts.ts';
import { basisText } from './answer.text.ts';

export interface PdfOptions {
  /** Of the page with the same answer. */
  readonly address: string;
  /** Instant at which it is made; the same answer at the same instant is the same file. */
  readonly at: Temporal.Instant;
  readonly publisher: string;
}

const { soft, petrol } = PDF_COLOURS;

export function answerPdf(lang: Language, document: AnswerDocument, { address, at, publisher }: PdfOptions): Promise<Buffer> {
  return makePdf({ lang, title: `${document.title} ${document.verdict}`, author: publisher, at }, (place) => write(place, lang, document, address));
}

function write(place: PdfPlace, lang: Language, document: AnswerDocument, address: string): void {
  pdfLine(place, 'P', document.title, { colour: soft, gap: 1 });
  pdfLine(place, 'H1', document.verdict, { font: 'strong', size: 20, colour: petrol, gap: 3 });
  pdfLine(place, 'P', document.meaning, { size: 12, gap: 8 });
  for (const { label, value } of document.sums) pdfLine(place, 'P', `${label}: ${value}`, { font: 'strong', gap: 1 });
  for (const section of document.sections) writeSection(place, lang, section);
  place.pdf.moveDown(1);
  pdfLine(place, 'H2', answerTextsOf[lang].facts, { font: 'strong', size: 13, colour: petrol });
  for (const { label, values } of document.facts) pdfLine(place, 'P', `${label} ${values.join('; ')}`, { gap: 2 });
  for (const text of [document.version, document.note, address]) pdfLine(place, 'P', text, { size: 9, colour: soft, gap: 2 });
}

function writeSection(place: PdfPlace, lang: Language, { heading, lead, items }: Section): void {
  place.pdf.moveDown(1);
  pdfLine(place, 'H2', heading, { font: 'strong', size: 13, colour: petrol, gap: 2 });
  if (lead !== undefined) pdfLine(place, 'P', lead, { size: 9.5, colour: soft, gap: 3 });
  pdfList(place, items, (body, item) => writeItem(body, lang, item));
}

function writeItem(place: PdfPlace, lang: Language, { text, mark, basis, details = [] }: Item): void {
  pdfLine(place, 'P', `${mark === undefined ? '' : `${markText(lang, mark)}: `}${text}`, { gap: 1 });
  for (const detail of details) pdfLine(place, 'P', detail, { indent: 14, gap: 1 });
  if (basis !== undefined) pdfLine(place, 'P', basisText(lang, basis), { size: 9, colour: soft, gap: 1 });
  place.pdf.moveDown(0.4);
}
