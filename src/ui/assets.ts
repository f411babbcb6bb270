/**
 * The files that pages refer to: style sheets, fonts, logo and icons. All are read at start and stand under one
 * address that carries a hash of them all, so that a browser may keep them for ever and relative addresses inside a
 * style sheet still hold.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, extname, join, posix } from 'node:path';

export interface AssetFile {
  /** Name below the address of the assets: "torvet.css", "dkfds/fonts/…". */
  readonly name: string;
  /** Media type with charset. */
  readonly type: string;
  readonly body: Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const OWN = ['torvet.css', 'parts.css', 'charts.css', 'pages.css', 'guide.css', 'oversight.css', 'form.css', 'market.css', 'standalone.css', 'print.css', 'logo.svg', 'plan.svg'] as const;
const DKFDS = join(folderOf('dkfds'), 'dist');
const DKFDS_CSS = 'css/dkfds.min.css';

const FILES: readonly AssetFile[] = [
  ...OWN.map((name) => ({ name, type: typeOf(name), body: readFileSync(join(import.meta.dirname, 'static', name)) })),
  ...dkfdsFiles(),
];
const BY_NAME = new Map(FILES.map((file) => [file.name, file]));
const HASH = hashOf(FILES);

/** Every file that may be asked for, in a stable order. */
export function assetFiles(): readonly AssetFile[] {
  return FILES;
}

/** The file behind the part of the address after `assetRoot()`, or null. */
export function assetFile(name: string): AssetFile | null {
  return BY_NAME.get(name) ?? null;
}

/** Where the files stand: "/assets/<hash>/". */
export function assetRoot(): string {
  return `/assets/${HASH}/`;
}

/** The address of a file. An unknown name is a mistake in a page and is thrown. */
export function asset(name: string): string {
  if (!BY_NAME.has(name)) throw new Error(`There is no asset "${name}"; the names stand in src/ui/assets.ts.`);
  return assetRoot() + name;
}

/** Where an installed package lies; its exports need not name the files that are wanted. */
function folderOf(name: string): string {
  const manifest = findPackageJSON(name, import.meta.url);
  if (manifest === undefined) throw new Error(`The package "${name}" is not installed. Run npm ci.`);
  return dirname(manifest);
}

function dkfdsFiles(): AssetFile[] {
  const css = withoutOldFonts(readFileSync(join(DKFDS, DKFDS_CSS), 'utf8'));
  const referred = [...new Set([...css.matchAll(/url\((\.\.\/[^)?#]+)\)/g)].map((match) => match[1] ?? ''))];
  const names = [...referred.map((url) => posix.join('css', url)), 'img/all-svg-icons.svg'];
  return [
    { name: `dkfds/${DKFDS_CSS}`, type: typeOf('.css'), body: Buffer.from(`@layer dkfds{${css}}`) },
    ...names.map((name) => ({ name: `dkfds/${name}`, type: typeOf(name), body: readFileSync(join(DKFDS, name)) })),
  ];
}

/**
 * dkfds lists .eot first and without a format, so a browser fetches a file it cannot use before it takes .woff2, which
 * all browsers read. The layer around the rest lets our own style win without fighting over specificity.
 */
function withoutOldFonts(css: string): string {
  return css.replace(/@font-face\{[^}]*\}/g, (face) => {
    const woff2 = /url\([^)]*\.woff2\)/.exec(face)?.[0];
    return woff2 === undefined ? '' : face.replace(/src:[^;}]*/, `src:${woff2} format("woff2")`);
  });
}

function typeOf(name: string): string {
  const type = TYPES[extname(name) === '' ? name : extname(name)];
  if (type === undefined) throw new Error(`No media type is known for the asset "${name}".`);
  return type;
}

function hashOf(files: readonly AssetFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.name).update('\0').update(file.body).update('\0');
  return hash.digest('hex').slice(0, 16);
}

const PRINT_FONTS = { regular: 'IBMPlexSans-Regular.ttf', semibold: 'IBMPlexSans-SemiBold.ttf' } as const;

/** The place of the font of the pages as a whole file, for documents that carry their fonts along. */
export function fontFile(weight: keyof typeof PRINT_FONTS): string {
  return join(folderOf('dkfds'), 'src/fonts/IBMPlexSans/complete/ttf', PRINT_FONTS[weight]);
}
