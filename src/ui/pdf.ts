/** Tagged PDFs (ISO 14289): headings, paragraphs, lists and tables that a screen reader knows as such. */
import type PdfFile from 'pdfkit';
import type { Language } from '#base';
import { fontFile } from './assets.ts';

type Pdf = InstanceType<typeof PdfFile>;
type Element = ReturnType<Pdf['struct']>;

const MARGIN = 56;
const LOCALE: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' };
export const PDF_COLOURS = { ink: '#1a1a1a', soft: '#555555', petrol: '#0d4f52' } as const;

// The package makes accessible documents; its types do not know the name yet.
const PDF_UA = 'PDF/UA' as 'PDF/A-1a';

export interface PdfAbout {
  readonly lang: Language;
  readonly title: string;
  readonly author: string;
  /** When it is made; the same content at the same instant is the same file. */
  readonly at: Temporal.Instant;
}

/** Where something is put: a file, and the element of its structure that it belongs to. */
export interface PdfPlace {
  readonly pdf: Pdf;
  readonly parent: Element;
}

/** @returns the file; A4, with the language, the title and the structure that accessible documents need. */
export async function makePdf({ lang, title, author, at }: PdfAbout, write: (place: PdfPlace) => void): Promise<Buffer> {
  // Loaded when the first file is asked for: the package is large, and most commands make none.
  const { default: File } = await import('pdfkit');
  const created = new Date(at.epochMilliseconds);
  const pdf = new File({
    size: 'A4', margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN }, lang: LOCALE[lang], tagged: true, displayTitle: true, pdfVersion: '1.7', subset: PDF_UA,
    info: { Title: title, Author: author, CreationDate: created, ModDate: created },
  });
  pdf.registerFont('text', fontFile('regular')).registerFont('strong', fontFile('semibold'));
  const done = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))).on('error', reject);
  });
  const whole = pdf.struct('Document');
  pdf.addStructure(whole);
  write({ pdf, parent: whole });
  whole.end();
  pdf.end();
  return done;
}

export interface PdfStyle {
  readonly font?: 'text' | 'strong';
  /** Points. */
  readonly size?: number;
  readonly colour?: string;
  /** Below it, in tenths of a line. */
  readonly gap?: number;
  /** Points. */
  readonly indent?: number;
}

/** Room that a heading needs below it, so that it never stands alone at the foot of a page. */
const BELOW_HEADING = 70;

/** One block of text. */
export function pdfLine({ pdf, parent }: PdfPlace, tag: 'H1' | 'H2' | 'H3' | 'P', text: string, { font = 'text', size = 10.5, colour = PDF_COLOURS.ink, gap = 4, indent = 0 }: PdfStyle = {}): void {
  if ((tag === 'H2' || tag === 'H3') && pdf.y > pdf.page.height - MARGIN - BELOW_HEADING) pdf.addPage();
  parent.add(pdf.struct(tag, {}, () => {
    pdf.font(font).fontSize(size).fillColor(colour).text(text, MARGIN + indent, undefined, { width: pdf.page.width - 2 * MARGIN - indent, lineGap: 2 });
  }));
  pdf.moveDown(gap / 10);
}

/** An element that holds others. */
export function pdfInside({ pdf, parent }: PdfPlace, tag: 'L' | 'LI' | 'LBody' | 'Sect', fill: (place: PdfPlace) => void): void {
  const element = pdf.struct(tag);
  parent.add(element);
  fill({ pdf, parent: element });
  element.end();
}

/** A list with an entry of its own for each item. */
export function pdfList<Item>(place: PdfPlace, items: readonly Item[], write: (place: PdfPlace, item: Item, at: number) => void): void {
  if (items.length === 0) return;
  pdfInside(place, 'L', (list) => {
    for (const [at, item] of items.entries()) pdfInside(list, 'LI', (entry) => pdfInside(entry, 'LBody', (body) => write(body, item, at)));
  });
}

/** A table whose first column heads its rows. @param widths shares of the page */
export function pdfTable({ pdf, parent }: PdfPlace, headers: readonly string[], widths: readonly number[], rows: readonly (readonly string[])[]): void {
  const whole = pdf.page.width - 2 * MARGIN;
  const sum = widths.reduce((total, width) => total + width, 0);
  const cell = { border: [0, 0, 0.5, 0] as [number, number, number, number], padding: 4 };
  pdf.x = MARGIN;
  const head = headers.map((text) => ({ text, type: 'TH' as const, scope: 'Column' as const, font: { src: 'strong', size: 9 }, textColor: PDF_COLOURS.soft, ...cell }));
  const body = rows.map((cells) => headers.map((_header, at) => ({
    text: cells[at] ?? '', type: at === 0 ? 'TH' as const : 'TD' as const, ...(at === 0 ? { scope: 'Row' as const } : {}), font: { src: at === 0 ? 'strong' : 'text', size: 9.5 }, textColor: PDF_COLOURS.ink, ...cell,
  })));
  pdf.font('text').fontSize(9.5).fillColor(PDF_COLOURS.ink);
  pdf.table({ structParent: parent, columnStyles: widths.map((width) => (whole * width) / sum), data: [head, ...body] } as unknown as Parameters<Pdf['table']>[0]);
  pdf.x = MARGIN;
  pdf.moveDown(0.6);
}
