/** What the API's document says of the addresses of this room, in English, and beside it in Danish for the page that shows it. */
import { Type, type TObject } from 'typebox';

const PARAMETERS = {
  purchase: ['Key of the purchase.', 'Købets nøgle.'],
  lot: ['The lot that the bid is for, as the purchase names it.', 'Den delaftale, tilbuddet er på, som købet kalder den.'],
  upload: ['Key of the upload, as its beginning answered it.', 'Overførslens nøgle, som svaret på dens begyndelse gav den.'],
  part: ['Number of the part in the envelope; the bid itself is 0.', 'Delens nummer i kuverten; selve tilbuddet er 0.'],
  number: ['Number of the chunk in its part, from 0.', 'Stykkets nummer i sin del, fra 0.'],
  submission: ['Key of the submission, as its receipt names it.', 'Afgivelsens nøgle, som kvitteringen nævner den.'],
  'idempotency-key': ['A key that the program makes up: the same again gives the same receipt.', 'En nøgle, som programmet selv finder på: den samme igen giver den samme kvittering.'],
  'x-chunk-sha256': ['SHA-256 of the bytes that are sent, in hexadecimal digits.', 'SHA-256 af de byte, der sendes, som hexadecimale cifre.'],
} as const;
type Parameter = keyof typeof PARAMETERS;

/** Parts of a schema: summary, tag, the parameters in the address, and all of it in Danish. @param headers what also has a meaning to tell */
export function described(summary: string, danish: string, address: readonly Parameter[], headers: readonly Parameter[] = []): { readonly summary: string; readonly tags: readonly string[]; readonly params: TObject } {
  const words = Object.fromEntries([...address, ...headers].map((name) => [name, PARAMETERS[name][1]]));
  const params = Type.Object(Object.fromEntries(address.map((name) => [name, Type.String({ description: PARAMETERS[name][0] })])));
  const schema = { summary, tags: ['market'], params, 'x-danish': { summary: danish, ...words } };
  return schema;
}

export function meaningOf(name: Parameter): string {
  return PARAMETERS[name][0];
}
