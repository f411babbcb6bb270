/** What the page of an application shows. */
import type { VNode } from 'preact';
import { presentation, type RecordView } from '../core/present.ts';
import type { Application } from './application.schema.ts';
import { da } from './application.da.ts';
import { en } from './application.en.ts';

export const applicationPresentation = presentation({
  kind: 'application',
  texts: { da, en },
  content: (view) => <ApplicationContent view={view} record={view.record as Application} />,
});

function ApplicationContent({ record }: { readonly view: RecordView; readonly record: Application }): VNode {
  return <p>{record.body.categories.join(', ')}</p>;
}
