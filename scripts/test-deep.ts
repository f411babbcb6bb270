/** `npm run test:deep`: the unit and integration tests with every real file and more random cases, then small faults planted in the law. It writes down what came of it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const started = performance.now();
const child = spawn(process.execPath, [path.join(root, 'scripts/launch.mjs'), '--run', 'scripts/test.ts', 'tests'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { TEST_SEED: 'random', ...process.env, TEST_DEEP: '1' } });
let output = '';
child.stdout.on('data', (chunk: Buffer) => {
  output += chunk.toString();
  process.stdout.write(chunk);
});
const [code] = (await once(child, 'close')) as [number | null];
const result = /\d+ passed, \d+ failed.*/.exec(output)?.[0];
if (result === undefined) throw new Error('The tests did not come to an end.');
const day = Temporal.Now.plainDateISO('Europe/Copenhagen').toString();
await writeFile(path.join(root, 'docs/test-deep.md'), `# The last deep run of the tests

\`npm run test:deep\` takes the unit and integration tests with every real file, where \`npm test\` takes a share, and five times
the random cases. It writes this page. Then it plants small faults in the law: [law-mutants.md](law-mutants.md).

| Day | Result | Minutes |
|---|---|---|
| ${day} | ${result} | ${((performance.now() - started) / 60_000).toFixed(1)} |
`);
const faults = spawn(process.execPath, [path.join(root, 'scripts/launch.mjs'), '--run', 'scripts/law-mutants.ts'], { cwd: root, stdio: 'inherit' });
const [faultCode] = (await once(faults, 'close')) as [number | null];
process.exitCode = code === 0 ? faultCode ?? 1 : code ?? 1;
