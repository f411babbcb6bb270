/** The answer as a tagged PDF for the case file: headings, paragraphs and lists that a screen reader knows as such. */
import PdfFile from 'pdfkit';
import type { Language } from '#base';
import { fontFile } from '#ui';
import type { AnswerDocument, Item, Section } from './answer.ts';
import { answerTextsOf, markText } from './answer-parts.ts';
import { basisText } from './answer.text.ts';

type Pdf = InstanceType<typeof PdfFile>;

const MARGIN = 56;
const INK = '#1a1a1a';
const SOFT = '#555555';
const PETROL = '#0d4f52';
const LOCALE: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' };

// The package makes accessible documents (ISO 14289); its types do not know the name yet.
const PDF_UA = 'PDF/UA' as 'PDF/A-1a';

export interface PdfOptions {
  /** Of the page with the same answer. */
  readonly address: string;
  /** Instant at which it is made; the same answer at the same instant is the same file. */
  readonly at: Temporal.Instant;
  readonly publisher: string;
}

/** @returns the file; A4, with the language, the title and the structure that accessible documents need. */
export function answerPdf(lang: Language, document: AnswerDocument, { address, at, publisher }: PdfOptions): Promise<Buffer> {
  const created = new Date(at.epochMilliseconds);
  const pdf = new PdfFile({
    size: 'A4', margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN }, lang: LOCALE[lang], tagged: true, displayTitle: true, pdfVersion: '1.7', subset: PDF_UA,
    info: { Title: `${document.title} ${document.verdict}`, Author: publisher, CreationDate: created, ModDate: created },
  });
  pdf.registerFont('text', fontFile('regular')).registerFont('strong', fontFile('semibold'));
  const done = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))).on('error', reject);
  });
  write(pdf, lang, document, address);
  pdf.end();
  return done;
}

type Element = ReturnType<Pdf['struct']>;
type Tag = 'H1' | 'H2' | 'P';

interface Style {
  readonly font?: 'text' | 'strong';
  readonly size?: number;
  readonly colour?: string;
  readonly gap?: number;
  readonly indent?: number;
}

/** Room that a heading needs below it, so that it never stands alone at the foot of a page. */
const BELOW_HEADING = 70;

/** Where lines are put: a file, and the element of its structure that they belong to. */
interface Place {
  readonly pdf: Pdf;
  readonly parent: Element;
}

function line({ pdf, parent }: Place, tag: Tag, text: string, { font = 'text', size = 10.5, colour = INK, gap = 4, indent = 0 }: Style = {}): void {
  if (tag === 'H2' && pdf.y > pdf.page.height - MARGIN - BELOW_HEADING) pdf.addPage();
  parent.add(pdf.struct(tag, {}, () => {
    pdf.font(font).fontSize(size).fillColor(colour).text(text, MARGIN + indent, undefined, { width: pdf.page.width - 2 * MARGIN - indent, lineGap: 2 });
  }));
  pdf.moveDown(gap / 10);
}

function inside({ pdf, parent }: Place, tag: 'L' | 'LI' | 'LBody', fill: (place: Place) => void): void {
  const element = pdf.struct(tag);
  parent.add(element);
  fill({ pdf, parent: element });
  element.end();
}

function write(pdf: Pdf, lang: Language, document: AnswerDocument, address: string): void {
  const whole = pdf.struct('Document');
  pdf.addStructure(whole);
  const place: Place = { pdf, parent: whole };
  line(place, 'P', document.title, { colour: SOFT, gap: 1 });
  line(place, 'H1', document.verdict, { font: 'strong', size: 20, colour: PETROL, gap: 3 });
  line(place, 'P', document.meaning, { size: 12, gap: 8 });
  for (const { label, value } of document.sums) line(place, 'P', `${label}: ${value}`, { font: 'strong', gap: 1 });
  for (const section of document.sections) writeSection(place, lang, section);
  pdf.moveDown(1);
  line(place, 'H2', answerTextsOf[lang].facts, { font: 'strong', size: 13, colour: PETROL });
  for (const { label, values } of document.facts) line(place, 'P', `${label} ${values.join('; ')}`, { gap: 2 });
  for (const text of [document.version, document.note, address]) line(place, 'P', text, { size: 9, colour: SOFT, gap: 2 });
  whole.end();
}

function writeSection(place: Place, lang: Language, { heading, lead, items }: Section): void {
  place.pdf.moveDown(1);
  line(place, 'H2', heading, { font: 'strong', size: 13, colour: PETROL, gap: 2 });
  if (lead !== undefined) line(place, 'P', lead, { size: 9.5, colour: SOFT, gap: 3 });
  inside(place, 'L', (list) => {
    for (const item of items) inside(list, 'LI', (entry) => inside(entry, 'LBody', (body) => writeItem(body, lang, item)));
  });
}

function writeItem(place: Place, lang: Language, { text, mark, basis, details = [] }: Item): void {
  line(place, 'P', `${mark === undefined ? '' : `${markText(lang, mark)}: `}${text}`, { gap: 1 });
  for (const detail of details) line(place, 'P', detail, { indent: 14, gap: 1 });
  if (basis !== undefined) line(place, 'P', basisText(lang, basis), { size: 9, colour: SOFT, gap: 1 });
  place.pdf.moveDown(0.4);
}
