/** What the page of an application shows: what happens next and by when, the letters, the declaration and what must be looked at in it. */
import type { VNode } from 'preact';
import type { Language } from '#base';
import { Alert, formatDate, formatDateTime, Outside, OutsideParagraphs, SummaryList, Time, type Option } from '#ui';
import { presentation, say, type FormAbout, type RecordView } from '../core/present.ts';
import { readChildren } from '../core/records.store.ts';
import type { MarketRecord } from '../core/record.ts';
import { VOLUNTARY_GROUNDS, type Dis } from '../dis/dis.schema.ts';
import { groundsAsked } from '../espd/check.ts';
import { espdName } from '../espd/told.ts';
import { Declared } from './application-declared.section.tsx';
import { nextOf } from './application.next.ts';
import type { Application } from './application.schema.ts';
import { da } from './application.da.ts';
import { en } from './application.en.ts';

const texts = { da, en };

/** What the reader may see below the system; the first purchase ends the longer time to decide. */
type Extra = readonly MarketRecord[];

export const applicationPresentation = presentation<Extra>({
  kind: 'application',
  texts,
  load: async ({ trx }, { kind, id, parent }) => readChildren(trx, kind === 'dis' ? id : parent ?? id),
  content: (view) => <ApplicationContent view={view} record={view.record as Application} />,
  options: (_command, field, about) => optionsOf(field, about),
  rowNames: (_command, list, about) => rowNamesOf(list, about),
  initial: (command, about) => initialOf(command, about),
});

function optionsOf(field: string, { site, parent }: FormAbout): readonly Option[] | null {
  const voluntary = parent === null ? VOLUNTARY_GROUNDS : (parent as Dis).body.voluntary;
  if (field === 'code') return groundsAsked({ voluntary: [...voluntary] }).map(({ code }) => ({ value: code, label: espdName(code, site.lang) }));
  if (parent === null || field !== 'categories.item') return null;
  const { body } = parent as Dis;
  return body.categories.map(({ id, categoryTitle }) => ({ value: id, label: `${id}. ${categoryTitle}` }));
}

function rowNamesOf(list: string, { site, record, parent }: FormAbout): readonly string[] | null {
  if (record === null || parent === null) return null;
  const { body } = parent as Dis;
  if (list === 'selection') return body.selection.map(({ code, requirement }) => `${espdName(code, site.lang)}: ${requirement}`);
  if (list !== 'suitability' && list !== 'verdicts') return null;
  return categoriesOf(record as Application, body).map(({ id, categoryTitle }) => `${id}. ${categoryTitle}`);
}

function categoriesOf({ body }: Application, system: Dis['body']): Dis['body']['categories'] {
  return system.categories.filter(({ id }) => body.categories.includes(id));
}

function initialOf(command: string, { record, parent }: FormAbout): unknown {
  if (record === null || parent === null) return {};
  const application = record as Application;
  const system = (parent as Dis).body;
  const categories = categoriesOf(application, system);
  if (command === 'application.admit') return { verdicts: categories.map(({ id }) => ({ category: id })) };
  if (command !== 'application.write' && command !== 'application.renew') return {};
  const { texts: written } = application.body;
  return {
    ...written,
    selection: system.selection.map(({ code }) => written?.selection.find(({ criterion }) => criterion === code) ?? { criterion: code }),
    suitability: categories.map(({ id }) => written?.suitability.find(({ category }) => category === id) ?? { category: id }),
  };
}

function ApplicationContent({ view, record }: { readonly view: RecordView<Extra>; readonly record: Application }): VNode {
  const { site, organisations, parent } = view;
  const { body } = record;
  const t = (key: string): string => say(texts, site.lang, key);
  return (
    <>
      {parent === null ? null : <WhatNext view={view} record={record} system={parent as Dis} />}
      <SummaryList rows={[
        { label: t('inSystem'), value: parent === null ? <Outside text={body.system} /> : <a href={site.href(`/torv/dis/${parent.id}`)}><Outside text={body.system} /></a> },
        { label: say(texts, site.lang, 'supplierTitle'), value: <Outside text={organisations.get(record.owner)?.name ?? ''} /> },
        { label: t('field.categories'), value: body.categories.join(', ') },
        { label: t('receivedTitle'), value: body.receivedAt === undefined ? null : <Time value={body.receivedAt} text={formatDateTime(body.receivedAt, site.lang)} /> },
      ]} />
      <Letters record={record} lang={site.lang} />
      {body.texts === undefined || parent === null ? null : <Declared lang={site.lang} texts={body.texts} system={parent as Dis} cvr={organisations.get(record.owner)?.cvr ?? null} />}
      <Answers record={record} lang={site.lang} />
    </>
  );
}

function WhatNext({ view: { site, now, extra }, record, system }: { readonly view: RecordView<Extra>; readonly record: Application; readonly system: Dis }): VNode {
  const { lang } = site;
  const { key, values, isLate, clock } = nextOf(record, system.body, extra, now);
  const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, lang) : value]));
  return (
    <section class="section" aria-labelledby="naeste">
      <h2 id="naeste">{say(texts, lang, 'nextTitle')}</h2>
      <Alert tone={isLate ? 'error' : 'info'}><p>{say(texts, lang, `next.${key}`, shown)}</p></Alert>
      {clock === null ? null : <p class="quiet">{say(texts, lang, `why.${clock.why}`)}{clock.lastIfClosed === null || clock.lastIfClosed === clock.last ? '' : ` ${say(texts, lang, 'closedDay', { day: formatDate(clock.lastIfClosed, lang) })}`}</p>}
    </section>
  );
}

interface OfApplication {
  readonly record: Application;
  readonly lang: Language;
}

function Letters({ record: { body }, lang }: OfApplication): VNode | null {
  if (body.letters.length === 0) return null;
  return (
    <section class="section" aria-labelledby="breve">
      <h2 id="breve">{say(texts, lang, 'lettersTitle')}</h2>
      {body.letters.toReversed().map(({ at, kind, text }) => (
        <article class="torv-card">
          <h3>{say(texts, lang, `letterKind.${kind}`)} <span class="quiet"><Time value={at} text={formatDateTime(at, lang)} /></span></h3>
          <OutsideParagraphs text={text[lang]} />
        </article>
      ))}
    </section>
  );
}

function Answers({ record: { body }, lang }: OfApplication): VNode | null {
  const answers = body.hearings.flatMap(({ answer }) => answer ?? []);
  if (answers.length === 0) return null;
  return (
    <section class="section" aria-labelledby="svar">
      <h2 id="svar">{say(texts, lang, 'answerTitle')}</h2>
      {answers.map(({ at, text, selfCleaning }) => (
        <article class="torv-card">
          <p class="quiet"><Time value={at} text={formatDateTime(at, lang)} /></p>
          <OutsideParagraphs text={text} />
          {selfCleaning === undefined ? null : <><h3>{say(texts, lang, 'field.selfCleaning')}</h3><OutsideParagraphs text={selfCleaning} /></>}
        </article>
      ))}
    </section>
  );
}
