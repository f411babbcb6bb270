import type { Element } from '../xml/element.ts';

/** What all nodes of one notice share. */
export interface Source {
  /** Language of the form that is read, three letters. */
  readonly language: string;
  /** Everything that was looked at, for whoever counts what was left; null when nobody does. */
  readonly seen: Set<Element> | null;
}

/** The buyer may keep back some values, names and counts; what is marked so is as if it were not there. */
export function isPublic(one: Element): boolean {
  return one.attributes['PUBLICATION'] !== 'NO';
}

/** An element of TED XML, and the questions that one asks of it. */
export class Node {
  readonly element: Element;
  readonly source: Source;
  readonly parent: Node | null;

  constructor(element: Element, source: Source, parent: Node | null = null) {
    this.element = element;
    this.source = source;
    this.parent = parent;
  }

  /** All elements at the place: a name, or names with slashes between them. */
  all(place: string): readonly Node[] {
    const slash = place.indexOf('/');
    if (slash >= 0) return this.all(place.slice(0, slash)).flatMap((one) => one.all(place.slice(slash + 1)));
    const found: Node[] = [];
    for (const one of this.element.children) if (one.name === place && isPublic(one)) found.push(new Node(one, this.source, this));
    return found;
  }

  first(place: string): Node | undefined {
    const slash = place.indexOf('/');
    if (slash >= 0) return this.first(place.slice(0, slash))?.first(place.slice(slash + 1));
    for (const one of this.element.children) if (one.name === place && isPublic(one)) return new Node(one, this.source, this);
    return undefined;
  }

  /** Whether the element is there; for a mark that says all it has to say by standing there. */
  has(place: string): boolean {
    const found = this.first(place);
    found?.mark();
    return found !== undefined;
  }

  /** The text at the place; see `value`. */
  text(place: string): string | null {
    return this.first(place)?.value() ?? null;
  }

  /** Its own text with single spaces; paragraphs (`<P>`) become lines. Null when there is none. */
  value(): string | null {
    this.mark();
    const { element } = this;
    const paragraphs = element.children.map((one) => this.#paragraph(one));
    const lines = [clean(element.text), ...paragraphs].filter((line) => line !== '');
    return lines.length === 0 ? null : lines.join('\n');
  }

  attribute(name: string): string | null {
    this.mark();
    return this.element.attributes[name]?.trim() || null;
  }

  children(): readonly Node[] {
    return this.element.children.filter(isPublic).map((one) => new Node(one, this.source, this));
  }

  mark(): void {
    this.source.seen?.add(this.element);
  }

  #paragraph(one: Element): string {
    this.source.seen?.add(one);
    return clean([one.text, ...one.children.map((inside) => this.#paragraph(inside))].join(' '));
  }
}

/** White space as single spaces. Nearly all text is clean already, and looking is cheaper than writing anew. */
function clean(text: string): string {
  let wasSpace = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isSpace = code === SPACE;
    if ((isSpace && wasSpace) || code < SPACE || code === NO_BREAK_SPACE) return rewritten(text);
    wasSpace = isSpace;
  }
  return wasSpace ? rewritten(text) : text;
}

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

function rewritten(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
