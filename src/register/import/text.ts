import { isUtf8 } from 'node:buffer';
import { fail, ok, type Result } from '#base';

/**
 * The bytes as text. JSON is UTF-8 (RFC 8259); other encodings are refused rather than guessed, because a wrong guess
 * turns every æ, ø and å in the register into something else.
 */
export function decode(bytes: Buffer): Result<string> {
  const [first, second] = bytes;
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (utf16 || bytes.subarray(0, 8).includes(0)) return refuse('It is written in UTF-16 (or holds zero bytes)');
  if (!isUtf8(bytes)) return refuse(`It is not UTF-8: byte ${firstBadByte(bytes)} begins no letter`);
  const start = first === 0xef && second === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return ok(bytes.toString('utf8', start));
}

function refuse(what: string): Result<string> {
  return fail({ kind: 'invalid', message: `${what}. JSON must be UTF-8.`, help: 'Save the file as UTF-8 (in a text editor, or with iconv) and import it again.' });
}

/** Counted from 1. Halves until the longest good beginning is found, where a letter may be cut in two at its end. */
function firstBadByte(bytes: Buffer): number {
  const wholeLetters = (length: number): number | undefined =>
    [length, length - 1, length - 2, length - 3].find((at) => at >= 0 && isUtf8(bytes.subarray(0, at)));
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (wholeLetters(middle) === undefined) bad = middle;
    else good = middle;
  }
  return (wholeLetters(good) ?? 0) + 1;
}

/** What JSON.parse says, with the place but without pages of the file's content. */
export function jsonReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const detail = message.replace(/, ?"(?:[^"]|"(?! is not valid JSON))*" is not valid JSON/s, '').replace(/\.\.\..*$/s, '').slice(0, 160).replaceAll('\u0000', 'U+0000').toWellFormed();
  return `It is not JSON: ${detail}.`;
}
