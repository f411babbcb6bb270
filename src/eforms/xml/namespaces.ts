/** The namespaces of eForms and the prefix under which the SDK writes each. Source: eForms SDK, notice schemas. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'cbc:'],
  ['urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'cac:'],
  ['urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2', 'ext:'],
  ['http://data.europa.eu/p27/eforms-ubl-extensions/1', 'efext:'],
  ['http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1', 'efac:'],
  ['http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1', 'efbc:'],
]);
const NO_SCOPE: ReadonlyMap<string, string> = new Map([['xml', 'http://www.w3.org/XML/1998/namespace'], ['', '']]);

/**
 * Which name an element has, by the namespaces in force where it stands. Far cheaper than the parser's own resolving: most
 * documents declare all their namespaces on the first element, and then a name is looked up once and known.
 */
export class Names {
  readonly #scopes: ReadonlyMap<string, string>[] = [NO_SCOPE];
  readonly #declaredOnce: boolean;
  #known = new Map<string, string>();

  /** @param text the document, to see whether a namespace is declared further down. */
  constructor(text: string) {
    this.#declaredOnce = text.indexOf('xmlns', endOfFirstTag(text)) < 0;
  }

  /** The element's name. To be followed by `leave` when it ends. @throws Error when its prefix stands for nothing. */
  enter(written: string, attributes: Readonly<Record<string, string>>): string {
    if (!this.#declaredOnce || this.#scopes.length === 1) this.#enterScope(attributes);
    const known = this.#known.get(written);
    if (known !== undefined) return known;
    const name = resolved(written, this.#scopes.at(-1) ?? NO_SCOPE);
    this.#known.set(written, name);
    return name;
  }

  leave(): void {
    if (this.#declaredOnce) return;
    const left = this.#scopes.pop();
    if (left !== this.#scopes.at(-1)) this.#known = new Map();
  }

  #enterScope(attributes: Readonly<Record<string, string>>): void {
    const outer = this.#scopes.at(-1) ?? NO_SCOPE;
    const scope = declared(outer, attributes);
    if (scope !== outer) this.#known = new Map();
    this.#scopes.push(scope);
  }
}

/** Where the opening tag of the first element ends; a `>` inside an attribute ends it too early, which costs only time. */
function endOfFirstTag(text: string): number {
  const start = /<[^!?]/.exec(text)?.index ?? 0;
  return Math.max(text.indexOf('>', start), 0);
}

function declared(outer: ReadonlyMap<string, string>, attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  let scope: Map<string, string> | null = null;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name === 'xmlns' ? '' : /^xmlns:(.+)$/.exec(name)?.[1];
    if (prefix === undefined) continue;
    scope ??= new Map(outer);
    scope.set(prefix, attributes[name] ?? '');
  }
  return scope ?? outer;
}

function resolved(written: string, scope: ReadonlyMap<string, string>): string {
  const colon = written.indexOf(':');
  const prefix = colon < 0 ? '' : written.slice(0, colon);
  const space = scope.get(prefix);
  if (space === undefined) throw new Error(`the prefix "${prefix}" of the element ${written} is declared nowhere`);
  return (PREFIXES.get(space) ?? '') + written.slice(colon + 1);
}
