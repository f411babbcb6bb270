/** The entry of a table for a code that a notice gives; for what is none of the table's own, such as "constructor", undefined. */
export function lookup<Value>(table: Readonly<Record<string, Value>>, code: string | null | undefined): Value | undefined {
  return code !== null && code !== undefined && Object.hasOwn(table, code) ? table[code] : undefined;
}
