/**
 * What every page must hold, for the tests of any room that has pages: safe under a policy that allows no inline
 * code or style, references that lead somewhere, and no trace of a value that was missing.
 */

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const TAG = /<([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /\s+([^\s=>/]+)(?:="([^"]*)")?/g;
/** What a template writes when a value is missing or has the wrong type, and a text that was not filled; "/{ocid}" is a pattern of addresses. */
const TRACES = /\bundefined\b|\[object \w+\]|\bNaN\b|(?<!\/)\{[a-z]\w*\}/;

/** What is wrong with a page, each as a sentence; empty when nothing is. */
export function htmlFaults(html: string): readonly string[] {
  const tags = [...html.matchAll(TAG)].map(tagOf);
  return [
    ...(html.startsWith('<!DOCTYPE html><html lang=') ? [] : ['The page lacks a doctype or a language.']),
    ...['h1', 'main'].filter((name) => tags.filter((tag) => tag.name === name).length !== 1).map((name) => `There is not exactly one <${name}>.`),
    ...(/<head>.*<title>[^<]+<\/title>.*<\/head>/s.test(html) ? [] : ['The page has no title.']),
    ...headingFaults(tags),
    ...inlineFaults(tags),
    ...referenceFaults(tags),
    ...traceFaults(html),
  ];
}

function tagOf(match: RegExpMatchArray): Tag {
  const [, name = '', rest = ''] = match;
  const attributes = [...rest.matchAll(ATTRIBUTE)].map(([, key = '', value = '']): [string, string] => [key, value]);
  return { name: name.toLowerCase(), attributes: new Map(attributes) };
}

/** A reader who goes from heading to heading must not miss a level on the way down. */
function headingFaults(tags: readonly Tag[]): string[] {
  const levels = tags.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name.slice(1))] : []));
  return levels.flatMap((level, index) => {
    const above = levels[index - 1] ?? 0;
    return level > above + 1 ? [`A heading of level ${level} follows one of level ${above}.`] : [];
  });
}

function inlineFaults(tags: readonly Tag[]): string[] {
  return tags.flatMap(({ name, attributes }) => [
    ...(name === 'style' || (name === 'script' && !attributes.has('integrity')) ? [`There is an inline <${name}>.`] : []),
    ...[...attributes.keys()].filter((key) => key === 'style' || /^on/i.test(key)).map((key) => `<${name}> has the attribute "${key}".`),
    ...['href', 'src', 'action'].filter((key) => /^\s*(?:javascript|vbscript):/i.test(attributes.get(key) ?? ''))
      .map((key) => `<${name}> runs code from its ${key}.`),
    ...(attributes.has('className') || attributes.has('htmlFor') ? [`<${name}> has a React attribute.`] : []),
  ]);
}

function referenceFaults(tags: readonly Tag[]): string[] {
  const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `The id "${id}" stands twice.`);
  const asked = tags.flatMap(({ name, attributes }) => [
    ...['for', 'aria-labelledby', 'aria-describedby'].flatMap((key) => (attributes.get(key) ?? '').split(' ')),
    ...(name === 'a' && attributes.get('href')?.startsWith('#') === true ? [attributes.get('href')?.slice(1) ?? ''] : []),
  ]);
  return [...repeated, ...asked.filter((id) => id !== '' && !ids.includes(id)).map((id) => `Nothing has the id "${id}".`)];
}

function traceFaults(html: string): string[] {
  const found = TRACES.exec(html.replace(/href="data:[^"]*"/g, ''));
  return found === null ? [] : [`The page says "${found[0]}": …${html.slice(Math.max(0, found.index - 60), found.index + 60)}…`];
}
