import xz from 'xz-decompress';
import { Damage } from './damage.ts';

/**
 * The content of an xz file, also of several streams in one, as it is read. The decoder takes dictionaries of up to
 * 64 MiB, the largest that the presets of `xz` make. It is one for the whole process: a second reading waits for the first
 * to end or to be given up, so neither may need the other.
 * @throws Damage; then up to 64 KiB that stood before the damage are lost, nothing when the file is only cut short.
 */
export async function* unxz(stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const input = filled(stored);
  try {
    for await (const chunk of new xz.XzReadableStream(streamOf(input))) {
      if (chunk.length > 0) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    }
  } catch (error) {
    throw damageOf(error);
  } finally {
    await input.return(undefined);
  }
}

function streamOf(chunks: AsyncIterator<Buffer>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
  }, { highWaterMark: 0 });
}

/** An empty chunk would be the end to the decoder. */
async function* filled(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) if (chunk.length > 0) yield chunk;
}

/** The decoder names its errors by the number they have in XZ Embedded. */
const REASONS: Readonly<Record<string, readonly [message: string, help?: string]>> = {
  4: ['The xz file needs more than 64 MiB of memory to be unpacked.', 'Unpack it with xz -d, and import what comes out.'],
  6: ['The xz file was packed in a way that Torvet does not unpack.', 'Unpack it with xz -d, and import what comes out.'],
  8: ['The xz file is cut short.'],
};

function damageOf(error: unknown): unknown {
  const code = error instanceof Error ? /^get_next_output failed with error code (\d+)$/.exec(error.message)?.[1] : undefined;
  if (code === undefined) return error;
  return new Damage(...(REASONS[code] ?? ['The xz file is damaged.']));
}
