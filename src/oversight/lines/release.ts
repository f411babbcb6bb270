/** What the indicators read of a compiled release. */
import { arrayOf, objectOf, type Read } from './shape.ts';

const organisation = objectOf({ id: 'word' });

/** @see https://standard.open-contracting.org/1.1/en/schema/reference/ and the extension "bids" */
export const RELEASE = objectOf({
  ocid: 'text',
  buyer: organisation,
  tender: objectOf({
    status: 'word', procurementMethod: 'word', procurementMethodDetails: 'word', numberOfTenderers: 'whole', procuringEntity: organisation,
    tenderPeriod: objectOf({ startDate: 'text', endDate: 'text' }),
  }),
  bids: objectOf({
    details: arrayOf(objectOf({
      status: 'word', date: 'text', value: objectOf({ amount: 'number', currency: 'word' }), tenderers: arrayOf(organisation),
    })),
  }),
  awards: arrayOf(objectOf({
    status: 'word', suppliers: arrayOf(organisation), items: arrayOf(objectOf({ classification: objectOf({ id: 'word' }) })),
  })),
});

export type ReadRelease = NonNullable<Read<typeof RELEASE>>;
