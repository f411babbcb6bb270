/** What the page of the API says in Danish of an operation and its parameters: `x-` keys of a schema come into the OpenAPI document as they are. */
export function inDanish(words: Readonly<Record<string, string>>): object {
  return { 'x-danish': words };
}
