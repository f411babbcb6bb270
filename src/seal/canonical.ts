/**
 * The one spelling of a value as JSON: keys in the order of their UTF-16 units, no blanks. Takes what Torvet hashes: objects, arrays,
 * strings of whole characters, safe integers, true, false and null.
 * @see RFC 8785, sections 3.2.2 and 3.2.3
 * @throws TypeError for anything else: a fraction, half a character, a field without a value
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new TypeError('A text with half a character has no canonical JSON.');
      return JSON.stringify(value);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is no safe integer, so it is not written as canonical JSON.`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? `[${value.map((one) => canonicalJson(one)).join(',')}]` : ofObject(value);
    default:
      throw new TypeError(`A value of the type ${typeof value} has no canonical JSON.`);
  }
}

function ofObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('Only plain objects have canonical JSON.');
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, one]) => `${canonicalJson(key)}:${canonicalJson(one)}`).join(',')}}`;
}
