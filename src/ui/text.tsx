/** Text that others wrote: isolated, so that it can neither turn the page nor hide in it. */
import type { VNode } from 'preact';
import { machineDate } from './format.ts';

// Controls that HTML forbids or that no reader can see; line breaks and tabs stay.
// eslint-disable-next-line eslint/no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
// Marks, embeddings, overrides and isolates of the Unicode bidirectional algorithm.
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Without characters that HTML forbids; half a character (a lone surrogate) becomes the replacement character. */
export function withoutControls(value: string): string {
  return value.replace(CONTROLS, '').toWellFormed();
}

/** For places that cannot isolate (title, attributes, SVG text): without controls and direction marks, on one line. */
export function plainText(value: string): string {
  return withoutControls(value).replace(BIDI, '').replace(/\s+/g, ' ').trim();
}

/** Cuts at a word near `length` characters. */
export function shorten(value: string, length: number): string {
  const text = plainText(value);
  const points = Array.from(text);
  if (points.length <= length) return text;
  const cut = points.slice(0, length).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > length / 2 ? cut.slice(0, space) : cut}\u2026`;
}

/** Outside text within a line. `lang` when the publisher states the language. */
export function Outside({ text, lang }: { readonly text: string; readonly lang?: string | null }): VNode {
  return <bdi dir="auto" {...(lang ? { lang } : {})}>{withoutControls(text)}</bdi>;
}

/** Outside text as paragraphs: a blank line starts a new one. */
export function OutsideParagraphs({ text, lang }: { readonly text: string; readonly lang?: string | null }): VNode {
  const paragraphs = withoutControls(text).split(/(?:\r?\n[ \t]*){2,}/).filter((part) => part.trim() !== '');
  return (
    <div class="outside" dir="auto" {...(lang ? { lang } : {})}>
      {paragraphs.map((part) => <p dir="auto">{part.trim()}</p>)}
    </div>
  );
}

/** A moment with its machine-readable value; text that is no date is shown as given. */
export function Time({ value, text }: { readonly value: string; readonly text: string }): VNode {
  const machine = machineDate(value);
  return machine === undefined ? <Outside text={text} /> : <time datetime={machine}>{text}</time>;
}

const LONG = 600;
const BEGINNING = 180;

/** Outside text within a list of facts; a long one shows its beginning and waits in a fold. */
export function LongText({ text, lang }: { readonly text: string; readonly lang?: string | null }): VNode {
  const language = lang === undefined ? {} : { lang };
  if (text.length <= LONG) return <Outside text={text} {...language} />;
  return <details class="more"><summary>{shorten(text, BEGINNING)}</summary><OutsideParagraphs text={text} {...language} /></details>;
}

export interface QuoteProps {
  readonly text: string;
  /** Whose words they are. */
  readonly source: string;
  readonly lang?: string | null;
}

/** Words of others, set apart from ours. */
export function Quote({ text, source, lang }: QuoteProps): VNode {
  return (
    <figure class="quote">
      <figcaption>{source}</figcaption>
      <blockquote><OutsideParagraphs text={text} {...(lang === undefined ? {} : { lang })} /></blockquote>
    </figure>
  );
}
