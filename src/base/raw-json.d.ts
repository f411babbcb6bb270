/** JSON.rawJSON (ECMAScript "JSON.parse source text access"), which the compiler's library does not describe yet. */
interface JSON {
  rawJSON(text: string): { readonly rawJSON: string };
  isRawJSON(value: unknown): value is { readonly rawJSON: string };
}
