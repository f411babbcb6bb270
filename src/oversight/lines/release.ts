/** What the indicators read of a compiled release. */
import { arrayOf, objectOf, type Read } from './shape.ts';

const organisation = objectOf({ id: 'text' });

/** @see https://standard.open-contracting.org/1.1/en/schema/reference/ and the extension "bids" */
export const RELEASE = objectOf({
  ocid: 'text',
  buyer: organisation,
  tender: objectOf({
    status: 'text', procurementMethod: 'text', procurementMethodDetails: 'text', numberOfTenderers: 'whole', procuringEntity: organisation,
    tenderPeriod: objectOf({ startDate: 'text', endDate: 'text' }),
  }),
  bids: objectOf({
    details: arrayOf(objectOf({
      status: 'text', date: 'text', value: objectOf({ amount: 'number', currency: 'text' }), tenderers: arrayOf(organisation),
    })),
  }),
  awards: arrayOf(objectOf({
    status: 'text', suppliers: arrayOf(organisation), items: arrayOf(objectOf({ classification: objectOf({ id: 'text' }) })),
  })),
});

export type ReadRelease = NonNullable<Read<typeof RELEASE>>;
