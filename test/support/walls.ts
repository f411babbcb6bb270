/** The walls of the house as data, and the check of a map of files against them. Reads nothing itself, so that a test can plant breaches. */
import path from 'node:path';
import { cycleIn } from './cycle.ts';
import { importsOf } from './imports.ts';

type Files = ReadonlyMap<string, string>;

export interface Breach {
  readonly rule: Rule;
  readonly file: string;
  readonly what: string;
}

const ALL = 'every front door';

/** Which rooms a room may import, by their front doors. A new room gets its row here, and the reason in an ADR. */
export const WALLS: Readonly<Record<string, readonly string[] | typeof ALL>> = {
  base: [],
  store: ['base'],
  ocds: ['base'],
  eforms: ['base', 'ocds'],
  ui: ['base'],
  register: ['base', 'store', 'ocds', 'eforms', 'ui'],
  law: ['base'],
  guide: ['base', 'law', 'register', 'ui'],
  oversight: ['base', 'store', 'register', 'law', 'ui', 'people'],
  people: ['base', 'store', 'ui'],
  seal: ['base'],
  ledger: ['base'],
  intake: ['base', 'store', 'seal', 'ledger', 'people'],
  market: ['base', 'store', 'people', 'intake', 'seal', 'ledger', 'law', 'ocds', 'eforms', 'register', 'ui'],
  contracts: ['base', 'store', 'people', 'law', 'ocds', 'register', 'ui'],
  knowledge: ['base', 'store', 'people', 'register', 'contracts', 'ui'],
  post: ['base', 'store'],
  web: ALL,
  cli: ALL,
  main: ALL,
};

/** Rooms without input and output, with the packages that each may use. */
const PURE: Readonly<Record<string, readonly string[]>> = {
  base: [], ocds: ['typebox'], ui: ['preact', 'preact-render-to-string'], eforms: ['saxes'], law: ['typebox', 'yaml'], seal: ['age-encryption', 'shamir-secret-sharing'], ledger: [],
};
/** Files of pure rooms that read files all the same, and what for. */
const READS_FILES: Readonly<Record<string, string>> = {
  'src/ui/assets.ts': 'its own style sheets, fonts and pictures, once at start',
  'src/ui/pdf.ts': 'the fonts of documents, by way of pdfkit, which gives bytes',
  'src/law/data.ts': 'the law’s own numbers and cases, which jurists mend in YAML, once at start',
  'src/ocds/conformance.ts': 'the outside test suites; for scripts and tests only',
  'src/eforms/conformance.ts': 'the same',
  'src/eforms/conformance-fields.ts': 'the same',
  'src/eforms/conformance-labels.ts': 'the labels of real notices, and the notices; for scripts and tests only',
};
/** Files of a room that scripts and tests import past its front door; no other file of the product does. */
const FOR_SCRIPTS_ONLY = new Set([
  'src/ocds/conformance.ts', 'src/eforms/known.ts', 'src/eforms/conformance.ts', 'src/eforms/conformance-fields.ts', 'src/eforms/conformance-labels.ts',
  'src/register/identity/labelled-pairs.ts', 'src/oversight/engines.ts', 'src/register/analysis/engines.ts',
]);
/** Narrow doors beside the front door, for a command that needs a small part of a large room. Each has its reason in an ADR. */
const SIDE_DOORS: Readonly<Record<string, string>> = { '#oversight/published': 'src/oversight/published.ts' };
/** Rooms whose code runs in a browser as it does here; what else a script needs stands beside it. */
const FOR_BROWSERS = new Set(['#base', '#seal']);
/** Pure files of a room that its scripts import too: what a bidder is told before sealing is what the opening finds. They import what a script may. */
const FOR_BOTH = new Set(['src/market/bid/bid.ts', 'src/market/evaluation/sheet-totals.ts']);
/** Packages that scripts may use, in the part that is made for browsers. */
const PACKAGES_FOR_BROWSERS = new Set(['read-excel-file/browser']);
const WITHOUT_SQL = new Set(['web', 'cli']);
const LONGEST_FILE = 400;
const SQL = /\bsql`|\b(?:selectFrom|insertInto|updateTable|deleteFrom)\(|["'`]\s*(?:select\s[^"'`]*\sfrom|insert\s+into|update\s[^"'`]*\sset|delete\s+from|(?:create|drop|alter)\s+(?:table|database))\s/i;

interface Source {
  readonly file: string;
  readonly text: string;
  readonly room: string;
  readonly isTest: boolean;
  readonly imports: readonly string[];
}

type SourceRule = (source: Source) => readonly string[];

const SOURCE_RULES = {
  'a room imports only the rooms of its row': ({ room, imports }) => {
    const may = WALLS[room];
    if (may === ALL || room === '') return [];
    if (may === undefined) return [`the room "${room}" has no row in the table of walls`];
    return roomsIn(imports).filter((other) => other !== room && !may.includes(other)).map((other) => `${room} imports #${other}`);
  },
  'another room is reached by its front door only': (source) => source.imports.filter((name) => /^#[^/]+\/|^[/\\]|^file:|^[a-z]:/i.test(name) && !name.startsWith('node:') && !(name in SIDE_DOORS))
    .map((name) => `${name} goes round the front door`),
  'relative imports never leave a room': (source) => source.imports.filter((name) => name.startsWith('.')).filter((name) => leaves(source, name))
    .map((name) => `${name} leads out of the room`),
  'a script of a page imports what runs in a browser': ({ file, imports }) => (isForBrowser(file) || FOR_BOTH.has(file) ? imports
    .filter((name) => (name.startsWith('.') ? !isBeside(file, target(file, name)) : !FOR_BROWSERS.has(name) && !(isForBrowser(file) && PACKAGES_FOR_BROWSERS.has(name))))
    .map((name) => `${name} is not for browsers`) : imports.filter((name) => name.startsWith('.') && isForBrowser(target(file, name))).map((name) => `${name} is for browsers alone`)),
  'a file for scripts is for scripts and tests': ({ file, room, isTest, imports }) => (room === '' || isTest ? [] : imports
    .filter((name) => FOR_SCRIPTS_ONLY.has(target(file, name))).map((name) => `${name} is not for the product`)),
  'an import can be read': ({ room, text }) => (room === '' ? [] : [...text.matchAll(/\bimport\((?!\s*['"])/g)].map(() => 'what is imported is worked out at run time')),
  'no SQL in the shells': ({ room, isTest, text, imports }) => {
    if (!WITHOUT_SQL.has(room) || isTest) return [];
    const drivers = imports.filter((name) => name === 'pg' || (name === 'kysely' && !onlyTypes(text, name)));
    return [...drivers.map((name) => `imports ${name}`), ...(SQL.test(text) ? ['holds SQL'] : [])];
  },
  'a pure room uses no input or output': ({ file, room, isTest, text, imports }) => {
    const packages = PURE[room];
    if (packages === undefined || isTest || file in READS_FILES) return [];
    const outside = imports.filter((name) => !/^[.#]/.test(name) && !packages.some((one) => name === one || name.startsWith(`${one}/`)));
    const globals = [...text.matchAll(/\b(?:process|Buffer)(?:\.[a-z]|\[)|\bfetch\(/g)].map(([found]) => found);
    return [...outside.map((name) => `imports ${name}`), ...globals.map((found) => `uses ${found}`)];
  },
  'a pure room looks at no clock': ({ file, room, isTest, text }) => (PURE[room] === undefined || isTest || file === 'src/base/clock.ts' ? []
    : [...text.matchAll(/\bTemporal\.Now\b|\bDate\.now\b|\bnew Date\(\)/g)].map(([found]) => found)),
  'no default exports': ({ text }) => [...text.matchAll(/^\s*export\s+default\b|\bas\s+default\b/gm)].map(([found]) => found.trim()),
  'only a front door re-exports whole files': ({ file, text }) => (/^src\/[^/]+\/index\.ts$/.test(file) ? []
    : [...text.matchAll(/^export\s+(?:type\s+)?\*/gm)].map(([found]) => found)),
} as const satisfies Record<string, SourceRule>;

const TREE_RULES = {
  'rooms form no cycle': (files) => cycleIn(graph(files)).map((way) => ({ file: `src/${way[0] ?? ''}`, what: way.join(' -> ') })),
  'every room has a front door that package.json names': frontDoors,
} as const satisfies Record<string, (files: Files) => readonly { file: string; what: string }[]>;

const FILE_RULES = {
  'a file is at most 400 lines long': (file, text) => (/\.(?:ts|tsx|mjs|css|sql)$/.test(file) && lines(text) > LONGEST_FILE ? [`${lines(text)} lines`] : []),
  'a file name is ASCII': (file) => (/^[\x21-\x7e]+$/.test(file) ? [] : ['another character, or a space']),
  'no file is called utils': (file) => (/(?:^|\/)utils?\.[a-z]+$/.test(file) ? ['say what it holds'] : []),
} as const satisfies Record<string, (file: string, text: string) => readonly string[]>;

export type Rule = keyof typeof SOURCE_RULES | keyof typeof TREE_RULES | keyof typeof FILE_RULES;
export const RULES = [...Object.keys(SOURCE_RULES), ...Object.keys(TREE_RULES), ...Object.keys(FILE_RULES)] as readonly Rule[];

export function breachText({ rule, file, what }: Breach): string {
  return `${file}: ${rule} (${what})`;
}

/** Every place where the files break a rule. */
export function breaches(files: Files): readonly Breach[] {
  const sources = sourcesOf(files);
  const found: Breach[] = [];
  for (const [rule, check] of Object.entries(SOURCE_RULES) as [Rule, SourceRule][]) {
    for (const source of sources) found.push(...check(source).map((what) => ({ rule, file: source.file, what })));
  }
  for (const [rule, check] of Object.entries(TREE_RULES) as [Rule, (files: Files) => readonly { file: string; what: string }[]][]) {
    found.push(...check(files).map((place) => ({ rule, ...place })));
  }
  for (const [rule, check] of Object.entries(FILE_RULES) as [Rule, (file: string, text: string) => readonly string[]][]) {
    for (const [file, text] of files) found.push(...check(file, text).map((what) => ({ rule, file, what })));
  }
  return found;
}

/** The TypeScript files, each with its room: `main` for those directly in `src`, none outside it. */
export function sourcesOf(files: Files): readonly Source[] {
  return [...files].filter(([file]) => /^(?:src|test|scripts|bench)\/.*\.tsx?$/.test(file)).map(([file, text]) => {
    const [, inSrc, folder] = /^(src\/)?(?:([^/]+)\/)?/.exec(file) ?? [];
    const room = inSrc === undefined ? '' : (folder ?? 'main');
    return { file, text, room, isTest: /\.test\.tsx?$/.test(file), imports: importsOf(text) };
  });
}

function isBeside(file: string, to: string): boolean {
  return FOR_BOTH.has(to) || (isForBrowser(file) && path.posix.dirname(to) === path.posix.dirname(file));
}

function isForBrowser(file: string): boolean {
  return /^src\/[^/]+\/browser\//.test(file);
}

function roomsIn(imports: readonly string[]): readonly string[] {
  return imports.filter((name) => name.startsWith('#')).map((name) => name.slice(1).split('/')[0] ?? '');
}

function target(file: string, name: string): string {
  return path.posix.join(path.posix.dirname(file), name);
}

/** Tests may use what stands in test/support; scripts and tests outside the rooms may use what is made for them. */
function leaves({ file, room, isTest }: Source, name: string): boolean {
  const to = target(file, name);
  if (room === '') return /^src\/[^/]+\//.test(to) && !FOR_SCRIPTS_ONLY.has(to);
  if (isTest && to.startsWith('test/support/')) return false;
  return room === 'main' ? !/^src\/[^/]+$/.test(to) : !to.startsWith(`src/${room}/`);
}

/** True when the package is imported for its types alone, which leave nothing behind at run time. */
function onlyTypes(text: string, name: string): boolean {
  const all = [...text.matchAll(new RegExp(`^\\s*(import|export)\\s+(type\\s)?[^'"]*from\\s*['"]${name}['"]`, 'gm'))];
  return all.length > 0 && all.every(([, , type]) => type !== undefined) && !new RegExp(`import\\(\\s*['"]${name}['"]`).test(text);
}

function lines(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}

/** Room to rooms. Type imports count; tests do too, for a test that needs the room above is in the wrong room. */
function graph(files: Files): ReadonlyMap<string, ReadonlySet<string>> {
  const edges = new Map<string, Set<string>>();
  for (const { room, imports } of sourcesOf(files)) {
    if (room === '') continue;
    const to = edges.get(room) ?? new Set();
    for (const other of roomsIn(imports)) if (other !== room) to.add(other);
    edges.set(room, to);
  }
  return edges;
}

function frontDoors(files: Files): readonly { file: string; what: string }[] {
  const { imports = {} } = JSON.parse(files.get('package.json') ?? '{}') as { imports?: Record<string, string> };
  const rooms = new Set(sourcesOf(files).map(({ room }) => room).filter((room) => room !== '' && room !== 'main'));
  const wrong = Object.entries(imports).filter(([name, to]) => to.slice(2) !== (SIDE_DOORS[name] ?? `src/${name.slice(1)}/index.ts`) || !files.has(to.slice(2)));
  return [
    ...[...rooms].filter((room) => imports[`#${room}`] === undefined).map((room) => ({ file: `src/${room}`, what: `package.json has no #${room}` })),
    ...wrong.map(([name, to]) => ({ file: 'package.json', what: `${name} leads to ${to}` })),
  ];
}
