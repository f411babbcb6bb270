/** Small faults planted in the text of a source file, one at a time. */

export interface Mutant {
  /** First line is 1. */
  readonly line: number;
  /** What the code says there, and what the mutant says. */
  readonly from: string;
  readonly to: string;
  /** The whole file with the fault in it. */
  readonly text: string;
}

interface Edit {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** Spaces around an operator tell it from a type’s brackets; the linter keeps them there. */
const SWAPS: readonly (readonly [RegExp, string])[] = [
  [/(?<= )<(?= )/g, '<='], [/(?<= )<=(?= )/g, '<'], [/(?<= )>(?= )/g, '>='], [/(?<= )>=(?= )/g, '>'],
  [/(?<= )===(?= )/g, '!=='], [/(?<= )!==(?= )/g, '==='],
  [/(?<= )&&(?= )/g, '||'], [/(?<= )\|\|(?= )/g, '&&'],
  [/\ball(?=\()/g, 'any'], [/\bany(?=\()/g, 'all'], [/\bnot(?=\()/g, ''],
  [/\btrue\b/g, 'false'], [/\bfalse\b/g, 'true'],
  [/\bisBelowShare(?=\()/g, 'isWithinShare'], [/\bisWithinShare(?=\()/g, 'isBelowShare'],
  [/(?<=\.)every(?=\()/g, 'some'], [/(?<=\.)some(?=\()/g, 'every'],
];

/** Every fault that can be planted in a file. Texts, comments and imports are left alone. */
export function mutantsOf(text: string): Mutant[] {
  const code = codeOf(text);
  return [...swaps(code), ...dropped(code)].toSorted((one, other) => one.at - other.at).map(({ at, from, to }) => ({
    line: text.slice(0, at).split('\n').length, from: lineAround(text, at), to: lineAround(planted(text, at, from, to), at), text: planted(text, at, from, to),
  }));
}

function planted(text: string, at: number, from: string, to: string): string {
  return `${text.slice(0, at)}${to}${text.slice(at + from.length)}`;
}

function lineAround(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1).split('\n')[0]?.trim() ?? '';
}

function swaps(code: string): Edit[] {
  return SWAPS.flatMap(([pattern, to]) => [...code.matchAll(pattern)].map((match) => ({ at: match.index, from: match[0], to })));
}

/** A condition that is not asked: of a list of conditions one holds of itself, and a branch is never taken. */
function dropped(code: string): Edit[] {
  const held = [...code.matchAll(/(?<=holds: ).+?(?=, that:)/g)].map((match) => ({ at: match.index, from: match[0], to: 'true' }));
  const branches = [...code.matchAll(/\bif \(/g)].map((match) => {
    const at = match.index + match[0].length;
    return { at, from: code.slice(at, closing(code, at)), to: 'false' };
  });
  return [...held, ...branches].filter(({ from, to }) => from !== to);
}

function closing(code: string, from: number): number {
  let depth = 1;
  for (let at = from; at < code.length; at += 1) {
    if (code[at] === '(') depth += 1;
    if (code[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return code.length;
}

/** The text with all that is no code blanked out, so that places stay the same. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|^import [^\n]*|^export (?:type|interface) [\s\S]*?^\}?$|^ {2}readonly [^\n]*/gm, (found) => found.replace(/[^\n]/g, '\u00B7'));
}
