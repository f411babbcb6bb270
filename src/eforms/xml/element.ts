/**
 * An element of a notice. Names carry the prefix that the eForms SDK uses (`cbc:ID`), whatever prefix the file chose;
 * elements of TED XML, and all attributes, have their local names alone.
 */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** The element's own character data, as written. */
  text: string;
}

export function element(name: string, text = '', attributes: Readonly<Record<string, string>> = {}): Element {
  return { name, attributes, children: [], text };
}

const SPACING = /[^\S ]|  /;

/** The text with its white space collapsed; null when there is none. */
export function textOf(one: Element | undefined): string | null {
  if (one === undefined) return null;
  const text = one.text.trim();
  if (text === '') return null;
  // Most texts are one word or one line; only the others are worth rewriting.
  return SPACING.test(text) ? text.replaceAll(/\s+/g, ' ') : text;
}

export function child(parent: Element, name: string): Element | undefined {
  return parent.children.find((one) => one.name === name);
}

export function childrenOf(parent: Element, name: string): Element[] {
  return parent.children.filter((one) => one.name === name);
}
