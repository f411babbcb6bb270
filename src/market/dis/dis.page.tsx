/** What the page of a dynamic purchasing system shows. */
import type { VNode } from 'preact';
import { presentation, type RecordView } from '../core/present.ts';
import type { Dis, DisBody } from './dis.schema.ts';
import { da } from './dis.da.ts';
import { en } from './dis.en.ts';

export const disPresentation = presentation({
  kind: 'dis',
  texts: { da, en },
  content: (view) => <DisContent view={view} record={view.record as Dis} />,
  initial: (command, { record }) => (command !== 'dis.write' || record === null ? {} : written(record.body as DisBody)),
});

function written({ publishedAt, firstPeriodEnds, firstPeriodOver, reasons, periods, ended, cancelled, ...texts }: DisBody) {
  void [publishedAt, firstPeriodEnds, firstPeriodOver, reasons, periods, ended, cancelled];
  return texts;
}

function DisContent({ record }: { readonly view: RecordView; readonly record: Dis }): VNode {
  return <p>{record.body.description}</p>;
}
