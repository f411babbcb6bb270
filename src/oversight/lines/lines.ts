/** JSON lines, block by block: each line is read by its shape, or told to be malformed. */
import { isUtf8 } from 'node:buffer';
import { MalformedLine, NEWLINE } from './scan.ts';
import { ShapeReader } from './reader.ts';
import type { Read, Shape } from './shape.ts';
import type { Words } from './words.ts';

export interface LineHandler<Of extends Shape> {
  /** @param line number of the line, from 1 */
  readonly value: (value: Read<Of>, line: number) => void;
  readonly malformed: (line: number, reason: string) => void;
}

/**
 * Reads all lines of a stream. Lines of white space are passed over in silence.
 * @param source a block may be written over once the next one is asked for
 * @param words which the values of `word` are the numbers of; filled as the lines are read
 */
export async function readLines<Of extends Shape>(source: AsyncIterable<Buffer>, shape: Of, handler: LineHandler<Of>, words?: Words): Promise<void> {
  const lines = new Lines(shape, handler, words);
  let begun: Buffer[] = [];
  for await (const block of source) {
    const first = block.indexOf(NEWLINE);
    if (first < 0) {
      begun.push(Buffer.from(block));
      continue;
    }
    const last = block.lastIndexOf(NEWLINE) + 1;
    if (begun.length === 0) lines.read(block.subarray(0, last));
    else {
      lines.read(Buffer.concat([...begun, block.subarray(0, first + 1)]));
      lines.read(block.subarray(first + 1, last));
    }
    begun = last === block.length ? [] : [Buffer.from(block.subarray(last))];
  }
  if (begun.length > 0) lines.read(Buffer.concat([...begun, Buffer.from('\n')]));
}

const WHITE = /^[ \t\r\f]*$/;

class Lines<Of extends Shape> {
  readonly #reader: ShapeReader<Of>;
  readonly #handler: LineHandler<Of>;
  #line = 0;

  constructor(shape: Of, handler: LineHandler<Of>, words: Words | undefined) {
    this.#reader = new ShapeReader(shape, words);
    this.#handler = handler;
  }

  /** @param bytes whole lines, each with its newline */
  read(bytes: Buffer): void {
    const isSound = isUtf8(bytes);
    let at = 0;
    while (at < bytes.length) {
      this.#line += 1;
      at = isSound || isUtf8(bytes.subarray(at, endOfLine(bytes, at))) ? this.#one(bytes, at) : this.#skip(bytes, at, 'it is not UTF-8');
    }
  }

  /** @returns where the next line begins */
  #one(bytes: Buffer, at: number): number {
    this.#reader.open(bytes, at);
    let value: Read<Of>;
    try {
      value = this.#reader.line();
    } catch (error) {
      if (!(error instanceof MalformedLine)) throw error;
      return this.#skip(bytes, at, error.message);
    }
    this.#handler.value(value, this.#line);
    return this.#reader.at;
  }

  #skip(bytes: Buffer, at: number, reason: string): number {
    const end = endOfLine(bytes, at);
    if (!WHITE.test(bytes.toString('latin1', at, Math.min(end, at + LONGEST_WHITE)))) this.#handler.malformed(this.#line, reason);
    return end + 1;
  }
}

/** Of a longer line only the beginning is looked at for anything but white space. */
const LONGEST_WHITE = 4096;

function endOfLine(bytes: Buffer, at: number): number {
  return bytes.indexOf(NEWLINE, at);
}
