import type { Static } from 'typebox';
import { Classification, Value } from './values.ts';
import { text, uri, number, identifier, openCode, list, object } from './parts.ts';

/** Something that is bought. */
export const Item = object({ id: identifier() }, {
  description: text(),
  classification: Classification,
  additionalClassifications: list(Classification, 'unique', 'whole'),
  quantity: number(),
  unit: object({}, {
    scheme: openCode('unitClassificationScheme'),
    id: text({ versionId: true }),
    name: text(),
    value: Value,
    uri: uri(),
  }, { languages: ['name'] }),
}, { languages: ['description'] });
export type Item = Static<typeof Item>;
