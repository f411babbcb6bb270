import { isDamage } from './damage.ts';
import { DocumentCutter } from './document.ts';

const NEWLINE = 0x0a;
const LOOKED_AT = 3;

/**
 * The lines of a stream, chunk by chunk; null for one that is longer than the limit. Of such a line nothing is kept, so
 * that one without end passes through in the memory of a chunk.
 */
export async function* lineBytes(chunks: AsyncIterable<Buffer>, limit: number): AsyncGenerator<readonly (Buffer | null)[]> {
  let held: Buffer[] = [];
  let heldSize = 0;
  for await (const chunk of chunks) {
    const lines: (Buffer | null)[] = [];
    let from = 0;
    for (let newline = chunk.indexOf(NEWLINE); newline >= 0; newline = chunk.indexOf(NEWLINE, from)) {
      lines.push(heldSize + newline - from > limit ? null : Buffer.concat([...held, chunk.subarray(from, newline)]));
      held = [];
      heldSize = 0;
      from = newline + 1;
    }
    heldSize += chunk.length - from;
    if (heldSize > limit) held = [];
    else if (from < chunk.length) held.push(chunk.subarray(from));
    yield lines;
  }
  if (heldSize > 0) yield [heldSize > limit ? null : Buffer.concat(held)];
}

/**
 * True when the first line is a whole JSON object or array. Also when it is broken and the next two are whole: two
 * values with nothing between them stand in no document, so the file is lines and only one of them is broken. A first line
 * that ends with an opening bracket begins a document all the same, one that lacks a comma.
 */
export async function beginsAsLines(content: AsyncIterable<Buffer>, limit: number): Promise<boolean> {
  const whole: boolean[] = [];
  try {
    for await (const lines of lineBytes(content, limit)) {
      for (const line of lines) {
        if (line !== null && line.every((byte) => byte <= 0x20)) continue;
        whole.push(line !== null && isWhole(line));
        if (whole[0] === true) return true;
        if (whole.length === 1 && opensDocument(line)) return false;
        if (whole.length === LOOKED_AT) return whole[1] === true && whole[2] === true;
      }
    }
  } catch (error) {
    // A damaged archive; the reading proper says so.
    if (!isDamage(error)) throw error;
  }
  return false;
}

function opensDocument(line: Buffer | null): boolean {
  const last = line?.findLast((byte) => byte > 0x20);
  return last === 0x5b || last === 0x7b;
}

/** By its brackets and quotes only: whether it is JSON is found when it is read. */
function isWhole(line: Buffer): boolean {
  const start = line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? 3 : 0;
  const first = line.subarray(start).find((byte) => byte > 0x20);
  if (first !== 0x7b && first !== 0x5b) return false;
  const cutter = new DocumentCutter(Infinity);
  try {
    for (const cut of cutter.push(line)) void cut;
    const rest = cutter.end().toString('latin1').trimEnd();
    return rest.endsWith('}') || rest.endsWith(']');
  } catch {
    return false;
  }
}
