import { Type, type Static } from 'typebox';
import { GEOMETRY_TYPE } from './codelists.ts';
import { Address } from './parties.ts';
import { text, nonBlank, dateTime, uri, closedCode, openCode, texts, object, ANY } from '../schema/parts.ts';

/** GeoJSON coordinates: a point, or lists of points as deep as the geometry asks for. */
export type Coordinates = (number | Coordinates)[];

/** A place on the map or in a gazetteer (NUTS). */
export const Location = object({}, {
  description: text(),
  geometry: object({}, {
    type: closedCode('geometryType', GEOMETRY_TYPE),
    coordinates: Type.Unsafe<Coordinates | null>({ type: ['array', 'null'], items: { type: ['number', 'array'] } }),
  }),
  gazetteer: object({}, {
    scheme: openCode('locationGazetteers'),
    identifiers: texts(ANY),
  }),
  uri: uri(),
});
export type Location = Static<typeof Location>;

/** When and where bids are opened. */
export const BidOpening = object({}, {
  date: dateTime(),
  location: Location,
  address: Address,
  description: nonBlank(),
}, { minProperties: 1 });
export type BidOpening = Static<typeof BidOpening>;
