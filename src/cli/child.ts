import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

export interface ChildEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** So much of what a child says is kept: the end of it. */
export const LONGEST_SAYING = 2000;

/** Behind the pages: what can wait gives way to whoever waits for an answer. */
const PATIENT = 10;

/** The same program with other arguments. Its channel tells it when this process is gone, so that none is left behind. */
export function runTorvet(args: readonly string[], signal: AbortSignal, { patient = false } = {}): Promise<ChildEnd> {
  const [, program = ''] = process.argv;
  const child = spawn(process.execPath, [...process.execArgv, program, ...args], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  if (patient && child.pid !== undefined) setPriority(child.pid, PATIENT);
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => { stdout += chunk.toString(); });
  child.stderr?.on('data', (chunk: Buffer) => { stderr = (stderr + chunk.toString()).slice(-LONGEST_SAYING); });
  return new Promise((resolve) => {
    const end = (code: number | null): void => {
      signal.removeEventListener('abort', stop);
      resolve({ code, stdout, stderr });
    };
    child.once('error', (error) => {
      stderr += error.message;
      end(null);
    });
    child.once('close', end);
  });
}
