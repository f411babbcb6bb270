import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { fail, ok, type Failure, type Result } from '#base';
import { decodeXml } from './decode.ts';
import type { Element } from './element.ts';
import { Names } from './namespaces.ts';

/** Deeper than any notice (eForms needs about twenty levels); what is built here is walked by functions that call themselves. */
const DEEPEST = 100;
/** More elements than any notice has (the largest seen has 20,000); each costs memory. */
const MOST_ELEMENTS = 500_000;
/** Largest notice in bytes. The largest real ones seen are under 10 MiB. */
export const LARGEST_NOTICE = 32 * 1024 * 1024;

/** Raised to leave the parser; its message is the reason. */
class Refused extends Error {}

/**
 * One XML document as a tree. Anything that is not well-formed is refused with its line, and so is any document type
 * declaration, before what stands in it is looked at: entities cannot be declared, so none can grow or fetch.
 * @param bytes the document as received
 */
export function parseXml(bytes: Uint8Array): Result<Element> {
  if (bytes.length > LARGEST_NOTICE) return refuse(`It is larger than ${LARGEST_NOTICE / 1024 / 1024} MiB, and no notice is`, 'Is it the right file?');
  const text = decodeXml(bytes);
  if (!text.ok) return text;
  if (/^[\u{feff}\s]*$/u.test(text.value.slice(0, 1000)) && text.value.trim() === '') return refuse('It is empty', 'Is it the right file?');
  const doctype = declaresType(text.value);
  if (doctype) return refuse('It has a document type declaration (DOCTYPE), which a notice never has and which can make a reader fetch or unfold other things', 'Is it a page instead of a notice? Fetch the notice itself.');
  return treeOf(text.value);
}

/** Looks at what stands before the first element: comments, processing instructions and white space may. */
function declaresType(text: string): boolean {
  const prolog = /^\u{feff}?(?:\s+|<\?[^]*?\?>|<!--[^]*?-->)*/u.exec(text)?.[0].length ?? 0;
  return /^<!DOCTYPE/i.test(text.slice(prolog, prolog + 9));
}

function treeOf(text: string): Result<Element> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const builder = new TreeBuilder(new Names(text));
  parser.on('error', raise);
  parser.on('doctype', () => { throw new Refused('a document type declaration (DOCTYPE) stands in it'); });
  parser.on('opentag', (tag: SaxesTagPlain) => builder.open(tag.name, tag.attributes));
  parser.on('text', (data) => builder.text(data));
  parser.on('cdata', (data) => builder.text(data));
  parser.on('closetag', () => builder.close());
  try {
    parser.write(text).close();
  } catch (error) {
    return broken(error, parser.line, parser.column);
  }
  return builder.root === null ? refuse('It holds no element', 'Is it the right file?') : ok(builder.root);
}

function raise(error: Error): never {
  throw error;
}

/** Parts of TED XML that say in other languages what the notice says in its own: never read, so never built. */
const isTranslation = (name: string, attributes: Readonly<Record<string, string>>): boolean =>
  name === 'TRANSLATION_SECTION' || attributes['CATEGORY'] === 'TRANSLATION';

/** Builds the tree; a class, because it is called a million times and must not be made anew. */
class TreeBuilder {
  root: Element | null = null;
  readonly #names: Names;
  readonly #open: Element[] = [];
  #current: Element | null = null;
  #count = 0;
  /** How deep in a part that is not built; 0 outside. */
  #passedOver = 0;

  constructor(names: Names) {
    this.#names = names;
  }

  open(written: string, attributes: Readonly<Record<string, string>>): void {
    const name = this.#names.enter(written, attributes);
    if (this.#open.length + this.#passedOver >= DEEPEST) throw new Refused(`elements nest deeper than ${DEEPEST}`);
    if (this.#passedOver > 0 || isTranslation(name, attributes)) {
      this.#passedOver += 1;
      return;
    }
    // Raised and lowered letters within a text ("m<FT>2</FT>"): the text goes on.
    if (name === 'FT' && this.#current !== null) {
      this.#open.push(this.#current);
      return;
    }
    this.#count += 1;
    if (this.#count > MOST_ELEMENTS) throw new Refused(`it has more than ${MOST_ELEMENTS} elements`);
    const one: Element = { name, attributes, children: [], text: '' };
    if (this.#current === null) this.root = one;
    else this.#current.children.push(one);
    this.#open.push(one);
    this.#current = one;
  }

  text(data: string): void {
    const one = this.#current;
    if (one === null || this.#passedOver > 0 || (one.text === '' && isBlank(data))) return;
    one.text = one.text === '' ? data : one.text + data;
  }

  close(): void {
    this.#names.leave();
    if (this.#passedOver > 0) {
      this.#passedOver -= 1;
      return;
    }
    this.#open.pop();
    this.#current = this.#open.at(-1) ?? null;
  }
}

function isBlank(data: string): boolean {
  for (let at = 0; at < data.length; at++) {
    const code = data.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return false;
  }
  return true;
}

function broken(error: unknown, line: number, column: number): Result<Element> {
  // The parser puts its place before its message; the place stands in the failure instead.
  const message = (error instanceof Error ? error.message : String(error)).replace(/^\d+:\d+: /, '').replace(/\.$/, '').slice(0, 200);
  return fail({
    kind: 'invalid',
    message: `It is no whole XML: line ${line}, column ${column}: ${message}.`,
    help: 'Nothing of this notice was taken in. Fetch the file again.',
    place: `line ${line}`,
  });
}

function refuse(what: string, help: string): { readonly ok: false; readonly failure: Failure } {
  return fail({ kind: 'invalid', message: `${what}.`, help });
}
