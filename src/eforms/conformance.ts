/**
 * How far the field examples of "OCDS for eForms" are met, for tests and `npm run conformance`. Reads the outside suite in
 * place: each XML fragment is wrapped in the path of its field, converted, and must contain its OCDS example.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { isObject, unwrap, type Json, type JsonObject } from '#base';
import { element, type Element } from './xml/element.ts';
import { make } from './xml/path.ts';
import { parseXml } from './xml/parse.ts';
import { releaseOf } from './mapping/release.ts';
import { Remarks } from './mapping/remarks.ts';

export interface Guidance {
  readonly id: string;
  readonly xpathAbsolute: string;
  readonly guidance: string;
  /** Null where the guidance gives none. */
  readonly xml: string | null;
  readonly release: JsonObject | null;
}

export interface ExampleOutcome {
  readonly id: string;
  readonly met: boolean;
  /** What of the example is missing, as a dotted place; null when nothing is. */
  readonly missing: string | null;
  readonly got: JsonObject;
}

export function readGuidance(sharedFolder: string): Guidance[] {
  const text = readFileSync(path.join(sharedFolder, 'conformance/ocds-for-eforms/guidance-half.yaml'), 'utf8');
  return (parse(text) as Record<string, string>[]).map((entry) => {
    const example = (entry['OCDS example'] ?? '').trim();
    const xml = (entry['eForms example'] ?? '').trim();
    return {
      id: entry['id'] ?? '', xpathAbsolute: entry['xpathAbsolute'] ?? '', guidance: entry['eForms guidance'] ?? '',
      xml: xml === '' ? null : xml,
      release: example.startsWith('{') ? (JSON.parse(example) as JsonObject) : null,
    };
  });
}

export function tryExample({ id, xml, xpathAbsolute, release }: Guidance): ExampleOutcome | null {
  if (xml === null || release === null) return null;
  const got = releaseOf(wrapped(xml, xpathAbsolute), new Remarks());
  const missing = missingIn(got, release, '');
  return { id, met: missing === null, missing, got };
}

const SPACES = [
  ['cbc', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'], ['cac', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'],
  ['ext', 'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2'], ['efext', 'http://data.europa.eu/p27/eforms-ubl-extensions/1'],
  ['efac', 'http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1'], ['efbc', 'http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1'],
].map(([prefix, space]) => `xmlns:${prefix}="${space}"`).join(' ');

/** The fragment below the steps of its field's path that lead to it, with what the path asks of these steps and of it. */
export function wrapped(xml: string, xpathAbsolute: string): Element {
  const fragment = unwrap(parseXml(new TextEncoder().encode(`<f ${SPACES}>${xml}</f>`)));
  const steps = stepsOf(xpathAbsolute);
  const root = element('ContractAwardNotice');
  const first = fragment.children[0]?.name ?? '';
  const names = steps.map((step) => step.replace(/\[.*$/, ''));
  const isSibling = fragment.children.length > 1 && !names.includes(first);
  // A fragment that begins off its path is put beside the field.
  const at = isSibling ? 0 : names.includes(first) ? names.indexOf(first) : names.length - 1;
  const parent = at === 0 ? root : make(root, steps.slice(0, at).join('/'));
  parent.children.push(...fragment.children);
  // What the path's predicates ask of the steps inside the fragment.
  const from = names.indexOf(names[at] ?? '');
  const inside = steps.slice(from).findLastIndex((step) => step.includes('['));
  if (inside >= 0 && !isSibling) satisfy(parent.children, steps.slice(from, from + inside + 1));
  return root;
}

function stepsOf(xpathAbsolute: string): string[] {
  const inner = xpathAbsolute.replace(/^\/\*\//, '').replace(/\/@\w+$/, '');
  const steps: string[] = [];
  let depth = 0;
  let current = '';
  for (const char of inner) {
    if (char === '[') depth += 1;
    if (char === ']') depth -= 1;
    if (char === '/' && depth === 0) {
      steps.push(current);
      current = '';
    } else current += char;
  }
  return [...steps, current];
}

/** Adds what a predicate asks for where the fragment leaves it out. */
function satisfy(candidates: readonly Element[], steps: readonly string[]): void {
  const [step = '', ...rest] = steps;
  const name = step.replace(/\[.*$/, '');
  const one = candidates.find((candidate) => candidate.name === name);
  if (one === undefined) return;
  for (const [, inside = ''] of step.matchAll(/\[([^[\]]*)\]/g)) {
    if (/^not\(|^\.\./.test(inside)) continue;
    const [, way = '', attribute, value] = /^((?:[\w.]+:[\w.]+\/?)*)(?:text\(\)|@(\w+))? ?= ?'([^']*)'$/.exec(inside) ?? [];
    if (value === undefined) continue;
    let at = one;
    for (const part of way.split('/').filter(Boolean)) {
      const there = at.children.find((child) => child.name === part);
      const next = there ?? element(part, '', {});
      if (there === undefined) at.children.push(next);
      at = next;
    }
    if (attribute === undefined) at.text ||= value;
    else (at.attributes as Record<string, string>)[attribute] ??= value;
  }
  satisfy(one.children, rest);
}

/** Where `wanted` is not in `got`; arrays of objects without regard to order or ids. */
export function missingIn(got: Json | undefined, wanted: Json | undefined, place: string): string | null {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(got)) return place;
    for (const [index, item] of (wanted as readonly Json[]).entries()) {
      const bare = isObject(item) ? withoutId(item) : item;
      if (!(got as readonly Json[]).some((one) => missingIn(isObject(one) ? withoutId(one) : one, bare, '') === null)) {
        const single = (got as readonly Json[]).length === 1 ? missingIn((got as readonly Json[])[0], bare, `${place}[${index}]`) : null;
        return single ?? `${place}[${index}]`;
      }
    }
    return null;
  }
  if (isObject(wanted)) {
    if (!isObject(got)) return place;
    for (const [key, value] of Object.entries(wanted)) {
      const missing = missingIn(got[key], value, `${place}.${key}`);
      if (missing !== null) return missing;
    }
    return null;
  }
  return got === wanted ? null : `${place} (${JSON.stringify(got)} is not ${JSON.stringify(wanted)})`;
}

function withoutId({ id: _id, ...rest }: JsonObject): JsonObject {
  return rest;
}
