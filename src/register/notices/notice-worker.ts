/**
 * Reads notices in a thread of its own. Started by `notice-readers.ts`; answers each message with its number.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { readForRegister, type NoticeText } from './notice-intake.ts';
import type { Result } from '#base';

export interface Question {
  readonly number: number;
  readonly bytes: Uint8Array;
}

export interface Answer {
  readonly number: number;
  readonly read: Result<NoticeText>;
}

const { ocidPrefix } = workerData as { ocidPrefix: string };

parentPort?.on('message', ({ number, bytes }: Question) => {
  const read: Result<NoticeText> = readForRegister(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), ocidPrefix);
  const answer: Answer = { number, read };
  parentPort?.postMessage(answer, read.ok ? [read.value.original.buffer as ArrayBuffer] : []);
});
