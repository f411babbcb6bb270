import { fail, ok, type Result } from '#base';

/** How many bytes at the beginning may hold the XML declaration. */
const DECLARATION = 200;
const UTF_8 = /^(?:utf-?8|us-ascii|ascii)$/i;
const UTF_16 = /^utf-?16(?:le|be)?$/i;
const LATIN_1 = /^(?:iso-?8859-1|latin-?1|windows-1252|cp-?1252)$/i;

/**
 * The bytes of an XML document as text, by its byte order mark and its declaration. What does not fit the encoding that
 * the document names is refused, never repaired: a wrong guess turns every æ, ø and å into something else.
 */
export function decodeXml(bytes: Uint8Array): Result<string> {
  const encoding = encodingOf(bytes);
  if (!encoding.ok) return encoding;
  try {
    return ok(new TextDecoder(encoding.value, { fatal: true }).decode(bytes));
  } catch {
    return refuse(`It is not the ${encoding.value.toUpperCase()} that it says it is: it holds bytes that are no letter in it`, 'Fetch the file again, or save it in the encoding that its first line names.');
  }
}

function encodingOf(bytes: Uint8Array): Result<string> {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ok('utf-16le');
  if (first === 0xfe && second === 0xff) return ok('utf-16be');
  if (first === 0x3c && second === 0) return ok('utf-16le');
  if (first === 0 && second === 0x3c) return ok('utf-16be');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION));
  const named = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1] ?? 'UTF-8';
  if (UTF_8.test(named)) return ok('utf-8');
  if (LATIN_1.test(named)) return ok('windows-1252');
  if (UTF_16.test(named)) return refuse('It says it is UTF-16 and is not', 'Correct the first line, or fetch the file again.');
  return refuse(`It is written in "${named.slice(0, 40)}", which is not read here`, 'Save the notice as UTF-8.');
}

function refuse(what: string, help: string): Result<string> {
  return fail({ kind: 'invalid', message: `${what}.`, help });
}
