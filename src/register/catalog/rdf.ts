/** Statements about things, written as JSON-LD or Turtle. Small: no blank nodes, no lists, the prefixes below. */
export const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  vcard: 'http://www.w3.org/2006/vcard/ns#', xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** A name with its prefix: `dct:title`. */
export type Curie = `${keyof typeof PREFIXES}:${string}`;

export type Term =
  | { readonly iri: string }
  | { readonly text: string; readonly lang?: string; readonly type?: Curie };

/** A thing and what is said of it. A property may stand more than once. */
export interface Thing {
  readonly iri: string;
  readonly type: Curie;
  readonly properties: readonly (readonly [Curie, Term])[];
}

/** @see https://www.w3.org/TR/json-ld11/ */
export function jsonLdOf(things: readonly Thing[]): object {
  return { '@context': PREFIXES, '@graph': things.map(({ iri, type, properties }) => ({ '@id': iri, '@type': type, ...grouped(properties) })) };
}

function grouped(properties: Thing['properties']): Record<string, object[]> {
  const fields: Record<string, object[]> = {};
  for (const [name, term] of properties) (fields[name] ??= []).push(jsonTerm(term));
  return fields;
}

function jsonTerm(term: Term): object {
  if ('iri' in term) return { '@id': term.iri };
  return { '@value': term.text, ...(term.lang === undefined ? {} : { '@language': term.lang }), ...(term.type === undefined ? {} : { '@type': term.type }) };
}

/** @see https://www.w3.org/TR/turtle/ */
export function turtleOf(things: readonly Thing[]): string {
  const prefixes = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`).join('');
  return prefixes + things.map(({ iri, type, properties }) =>
    `\n${turtleIri(iri)} a ${type}${properties.map(([name, term]) => ` ;\n  ${name} ${turtleTerm(term)}`).join('')} .\n`).join('');
}

function turtleTerm(term: Term): string {
  if ('iri' in term) return turtleIri(term.iri);
  // A string of JSON escapes what Turtle asks for, in the same way.
  const text = JSON.stringify(term.text.toWellFormed());
  if (term.lang !== undefined) return `${text}@${term.lang}`;
  return term.type === undefined ? text : `${text}^^${term.type}`;
}

function turtleIri(iri: string): string {
  return `<${iri.replaceAll(/[^\u0021-\uffff]|[<>"{}|^`\\]/gu, (sign) => encodeURIComponent(sign))}>`;
}
