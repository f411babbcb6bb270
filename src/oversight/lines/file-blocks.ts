/** A file, block by block, into one piece of memory that is used again. */
import { open } from 'node:fs/promises';

/** Larger blocks do not make it faster. */
const BLOCK = 1 << 20;

/** The bytes of a file in their order. A block holds only until the next one is asked for. */
export async function* fileBlocks(file: string): AsyncGenerator<Buffer, void, undefined> {
  const handle = await open(file);
  try {
    const memory = Buffer.allocUnsafeSlow(BLOCK);
    for (;;) {
      const { bytesRead } = await handle.read(memory, 0, BLOCK, null);
      if (bytesRead === 0) return;
      yield memory.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
