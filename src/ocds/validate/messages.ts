import { typesOf, type SchemaNode } from '../schema/keywords.ts';
import { pointer, type Fault, type Rule } from './fault.ts';
import { jsonType } from './types.ts';

/** A fault in words: where (JSON Pointer), what happened and why it is a problem, what to do. */
export interface Finding {
  readonly path: string;
  readonly message: string;
  readonly help: string;
}

/** The fault as a person can use it. `whole` names what was validated: "release". */
export function finding(fault: Fault, whole: string): Finding {
  const { message, help } = WORDS[fault.rule](fault, nameOf(fault, whole));
  return { path: pointer(fault.path), message, help };
}

interface Words {
  readonly message: string;
  readonly help: string;
}

const WORDS: Readonly<Record<Rule, (fault: Fault, name: string) => Words>> = {
  type: ({ node, value }, name) => ({ message: `${name} is ${shown(value)}, but it must be ${allowedTypes(node)}.`, help: typeHelp(node, value) }),
  required: (fault, name) => ({ message: `${quoted(fault.field ?? '')} is missing from ${name}.`, help: missingHelp(fault) }),
  minProperties: (_fault, name) => ({ message: `${name} is an empty object, which says nothing.`, help: 'Fill in a field, or leave the object out.' }),
  minItems: (fault, name) => ({ message: `${name} is an empty list, but it must have at least one item.`, help: emptyListHelp(fault) }),
  uniqueItems: repeatWords,
  minLength: ({ node }, name) => ({ message: `${name} is empty text, which tells nothing.`, help: describe(node, 'Fill it in') }),
  pattern: ({ node, value }, name) => ({ message: `${name} is ${shown(value)}, which is not written as it must be.`, help: describe(node, 'Give it as asked for') }),
  enum: ({ node, value }, name) => ({ message: `${name} is ${shown(value)}, which is not a code ${listName(node)}.`, help: codesHelp(node) }),
  minimum: ({ node, value }, name) => ({ message: `${name} is ${shown(value)}, which is too small.`, help: minimumHelp(node) }),
  maximum: ({ node, value }, name) => ({ message: `${name} is ${shown(value)}, which is too large.`, help: `Give a number of at most ${String(node.maximum)}.` }),
  oneOf: (_fault, name) => ({
    message: `${name} can be read both as links and as releases written out, so it is neither.`,
    help: 'Give links (url and date only), or whole releases without a url.',
  }),
  format: ({ node, value }, name) => formatWords(node, name, value),
};

function minimumHelp(node: SchemaNode): string {
  return `Give a number ${node.exclusiveMinimum === true ? 'above' : 'of at least'} ${String(node.minimum)}.`;
}

function nameOf(fault: Fault, whole: string): string {
  const last = fault.path.at(-1);
  if (last === undefined) return `the ${whole}`;
  if (typeof last === 'string') return quoted(last);
  const field = fault.path.findLast((step) => typeof step === 'string');
  return field === undefined ? `item ${String(last + 1)}` : `item ${String(last + 1)} of ${quoted(field)}`;
}

const LONGEST_SHOWN = 60;

/** A value in a message: short, and with no character that could change how the message reads. */
function shown(value: unknown): string {
  const type = jsonType(value);
  if (type === 'array') return 'a list';
  if (type === 'object') return 'an object';
  if (type === 'nothing') return 'nothing that JSON can hold';
  if (type === 'string') return `the text ${quoted(value as string)}`;
  return type === 'null' ? 'null' : cut(JSON.stringify(value));
}

/** Control, format (bidi) and line characters are shown by their number, so that they cannot act in a terminal or on a page. */
function quoted(text: string): string {
  const safe = cut(text).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  return `"${safe}"`;
}

function cut(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).toWellFormed()}…` : text;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text', number: 'a number', integer: 'a whole number', boolean: 'true or false', array: 'a list', object: 'an object', null: 'null',
};

function allowedTypes(node: SchemaNode): string {
  const names = typesOf(node).map((type) => TYPE_NAMES[type] ?? type);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

function typeHelp(node: SchemaNode, value: unknown): string {
  const types = typesOf(node);
  const type = jsonType(value);
  const isNumber = type === 'integer' || type === 'number';
  if (isNumber && types.includes('string')) return 'Put the number in quotation marks.';
  if (type === 'number' && types.includes('integer')) return 'Give a whole number.';
  if (type === 'string' && (types.includes('number') || types.includes('integer'))) return 'Write the number without quotation marks and without spaces or currency.';
  if (type === 'null') return 'Fill the field in, or leave it out.';
  if (type === 'array' && types.includes('object')) return 'Give the object itself, not a list with it.';
  if (types.includes('array') && type !== 'array') return 'Put it in a list, in square brackets, also when there is only one.';
  return `Give ${allowedTypes(node)}.`;
}

function missingHelp(fault: Fault): string {
  return describe(fault.node, `Add ${quoted(fault.field ?? '')}`);
}

function describe(node: SchemaNode, action: string): string {
  return node.description === undefined ? `${action}.` : `${action}: ${node.description}.`;
}

function emptyListHelp(fault: Fault): string {
  return fault.path.length === 1 && fault.node.description !== undefined ? describe(fault.node, 'Fill it in') : 'Put the items in, or leave the field out.';
}

function repeatWords(fault: Fault, name: string): Words {
  const { first = 0, second = 0 } = fault.places ?? {};
  return {
    message: `items ${String(first + 1)} and ${String(second + 1)} of ${name} are equal, but each may stand there only once.`,
    help: 'Remove one of them, or give each what sets it apart, such as its own id.',
  };
}

function listName(node: SchemaNode): string {
  return node.codelist === undefined ? 'that may stand there' : `of the closed codelist ${node.codelist.replace(/\.csv$/, '')}`;
}

const MOST_CODES_SHOWN = 20;

function codesHelp(node: SchemaNode): string {
  const codes = (node.enum ?? []).filter((code) => typeof code === 'string');
  const rest = codes.length - MOST_CODES_SHOWN;
  if (codes.length === 1) return `The only code so far is ${codes.join()}.`;
  if (rest <= 0) return `Use one of: ${codes.join(', ')}.`;
  return `Use a code of the list, for example ${codes.slice(0, 3).join(', ')} (${String(codes.length)} codes in all).`;
}

const FORMAT_HELP: Readonly<Record<string, string>> = {
  'date-time': 'Write date, time and offset as in 2026-03-01T09:00:00Z.',
  uri: 'Write the whole address with its beginning, as in https://example.org/page, and no spaces.',
  email: 'Write an address as in name@example.org.',
};

function formatWords(node: SchemaNode, name: string, value: unknown): Words {
  const format = node.format ?? '';
  const kind = format === 'date-time' ? 'a date with time and offset (RFC 3339)' : format === 'uri' ? 'a web address (RFC 3986)' : 'an e-mail address';
  return { message: `${name} is ${shown(value)}, which is not ${kind}.`, help: FORMAT_HELP[format] ?? '' };
}
