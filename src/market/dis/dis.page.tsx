/** What the page of a dynamic purchasing system shows: to everybody what it is and how to come in, to its owner the applications and their clocks. */
import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import { listOrganisations } from '#people';
import { formatDate, type Option } from '#ui';
import { presentation } from '../core/present.ts';
import type { MarketTransaction } from '../core/records.store.ts';
import { EXCLUSION_GROUNDS } from '../espd/criteria.ts';
import { espdName } from '../espd/told.ts';
import { findingTold } from '../findings.ts';
import { isNamed } from '../kinds/parent.ts';
import { da as publicationDa } from '../publication-check.da.ts';
import { en as publicationEn } from '../publication-check.en.ts';
import { Applications } from './dis-applications.section.tsx';
import { Checked } from './dis-check.section.tsx';
import { About, Categories, Criteria, How, Purchases, Times, Users } from './dis-public.section.tsx';
import { warningsOf } from './dis.draft.ts';
import { SELECTION_CODES, VOLUNTARY_GROUNDS, type Dis, type DisBody } from './dis.schema.ts';
import { countAdmitted } from './dis.store.ts';
import type { DisExtra, DisView } from './dis.view.ts';
import { da } from './dis.da.ts';
import { en } from './dis.en.ts';

const texts = { da, en };
const publication = { da: publicationDa, en: publicationEn };

export const disPresentation = presentation<DisExtra>({
  kind: 'dis',
  texts,
  load: async ({ trx, actor, market }, record) => ({
    admitted: await countAdmitted(trx as MarketTransaction, actor, record as Dis, market.clock.now()),
    buyers: await listOrganisations(trx, ['municipality', 'central-purchasing-body']),
  }),
  content: (view) => <DisContent view={view} record={view.record as Dis} />,
  options: (command, field, { site, extra }) => (command === 'dis.write' ? optionsOf(field, site.lang, extra as DisExtra | null) : null),
  // Each reason is asked for under the words of its warning.
  rowNames: (command, list, { record, now, site }) => (command !== 'dis.publish' || list !== 'reasons' || record === null ? null : warningsOf(record.body as DisBody, now).map((one) => findingTold(publication, one, site.lang))),
  initial: (command, { record }) => {
    if (record === null) return {};
    const body = record.body as DisBody;
    if (command === 'dis.change-period') return { endsOn: body.endsOn };
    return command === 'dis.write' ? writtenIn(body) : {};
  },
});

function optionsOf(field: string, lang: Language, extra: DisExtra | null): readonly Option[] | null {
  const named = (codes: readonly string[]): readonly Option[] => codes.map((value) => ({ value, label: espdName(value, lang) }));
  if (field === 'voluntary.item') return named(EXCLUSION_GROUNDS.map(({ code }) => code).filter((code) => VOLUNTARY_GROUNDS.includes(code)));
  if (field === 'code') return named(SELECTION_CODES);
  return field === 'organisation' ? (extra?.buyers ?? []).map(({ id, name }) => ({ value: id, label: name })) : null;
}

function writtenIn({ publishedAt, firstPeriodEnds, firstPeriodOver, reasons, periods, ended, cancelled, ...written }: DisBody) {
  void [publishedAt, firstPeriodEnds, firstPeriodOver, reasons, periods, ended, cancelled];
  return written;
}

function DisContent({ view, record }: { readonly view: DisView; readonly record: Dis }): VNode {
  const { body, state } = record;
  return (
    <>
      {state === 'draft' ? null : <p class="lead">{standing(body, view.site.lang)}</p>}
      {state === 'open' ? <Buy view={view} record={record} /> : null}
      {state === 'open' ? <How view={view} record={record} /> : null}
      {state === 'draft' ? <Checked view={view} record={record} /> : <Applications view={view} record={record} />}
      <About view={view} record={record} />
      <Categories view={view} record={record} />
      <Criteria view={view} record={record} />
      <Times view={view} record={record} />
      <Users view={view} record={record} />
      {state === 'draft' ? null : <Purchases view={view} />}
    </>
  );
}

/** The way to a purchase, for a buyer that the notice names. */
function Buy({ view: { site, actor, extra }, record }: { readonly view: DisView; readonly record: Dis }): VNode | null {
  const buyer = extra.buyers.find(({ id }) => id === actor?.organisation);
  if (buyer === undefined || actor?.roles.includes('buyer') !== true || !isNamed(record, buyer)) return null;
  return <p><a class="button-main" href={site.href(`/torv/under/${record.id}/purchase.start`)}>{texts[site.lang]['buy']}</a></p>;
}

function standing({ endsOn, cancelled, ended }: DisBody, lang: Language): string {
  const t = texts[lang];
  if (cancelled !== undefined) return fill(t['cancelledText'] ?? '', { day: formatDate(cancelled.at, lang), reason: cancelled.reason });
  if (ended !== undefined) return fill(t['endedText'] ?? '', { day: formatDate(ended.at, lang) });
  return fill(t['openText'] ?? '', { day: formatDate(endsOn ?? '', lang) });
}
