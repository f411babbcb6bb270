// Says what failed in full, what was skipped and why, and how many passed.
import process from 'node:process';

/** @param {AsyncIterable<import('node:test/reporters').TestEvent>} source */
export default async function* summary(source) {
  let passed = 0;
  let failed = 0;
  const skipped = [];
  for await (const { type, data } of source) {
    if (type === 'test:pass' && data.details?.type !== 'suite') {
      if (data.skip === undefined) passed += 1;
      else skipped.push(`${data.name}: ${data.skip === true || data.skip === '' ? 'no reason given' : data.skip}`);
    } else if (type === 'test:fail') {
      failed += data.details?.type === 'suite' ? 0 : 1;
      const error = data.details?.error;
      const cause = error?.cause ?? error;
      yield `\n✖ ${data.name} (${data.file ?? ''}:${data.line ?? ''})\n${cause?.stack ?? cause?.message ?? String(cause)}\n`;
    } else if (type === 'test:stderr' && process.env.TEST_VERBOSE) yield data.message;
  }
  for (const line of skipped) yield `\nnot run: ${line}`;
  yield `\n${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}\n`;
}
