/** The page of a dialogue: the same for everybody, with what a supplier has sent, or what the buyer has received, beside it. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { formatDateTime, Outside, OutsideParagraphs, Time, type Site } from '#ui';
import type { Contribution } from '../contribution/contribution.ts';
import { presentation, type RecordView } from '../core/present.ts';
import { readChildren } from '../core/records.store.ts';
import type { NeedBody } from '../need/need.ts';
import { Notes, Questions } from './annex.tsx';
import { waitingQuestions } from './counts.ts';
import type { Dialogue, DialogueBody } from './dialogue.schema.ts';
import { da } from './dialogue.da.ts';
import { en } from './dialogue.en.ts';
import { Sent, Received } from './said.page.tsx';
import { Requirements } from './requirements.page.tsx';

const texts = { da, en };

/** Characters of a question by which it is known in a list. */
const LABEL = 120;

export const dialoguePresentation = presentation<readonly Contribution[]>({
  kind: 'dialogue',
  texts,
  load: async ({ trx, actor }, record) => (record.kind === 'dialogue' && record.owner === actor?.organisation ? waitingQuestions(record.body as DialogueBody, await readChildren(trx, record.id)) : []),
  options: (command, field, { extra }) => {
    if (command !== 'dialogue.answer' || field !== 'question') return null;
    return (extra as readonly Contribution[]).map(({ id, body }) => ({ value: id, label: body.text.slice(0, LABEL) }));
  },
  initial: (command, { parent }) => (command === 'dialogue.start' && parent?.kind === 'need' ? { title: (parent.body as NeedBody).title, announcement: (parent.body as NeedBody).why } : {}),
  content: (view) => <DialogueContent view={view} record={view.record as Dialogue} />,
});

function DialogueContent({ view, record }: { readonly view: RecordView; readonly record: Dialogue }): VNode {
  const { site, actor, now } = view;
  const { body } = record;
  const t = texts[site.lang];
  const isOwn = actor?.organisation === record.owner;
  const isOpen = record.state === 'open' && Temporal.Instant.compare(now, body.closesAt) <= 0;
  return (
    <>
      <Ends site={site} body={body} />
      <section class="section" aria-labelledby="om">
        <h2 id="om">{t.aboutTitle}</h2>
        <OutsideParagraphs text={body.announcement} />
        <h3>{t.wantedTitle}</h3>
        <OutsideParagraphs text={body.wanted} />
      </section>
      {isOpen && !isOwn ? <TakePart view={view} /> : null}
      <Requirements site={site} body={body} received={isOwn ? view.children : null} />
      {isOwn ? <Received view={view} body={body} /> : <Sent view={view} />}
      <section class="section" aria-labelledby="spoergsmaal">
        <h2 id="spoergsmaal">{t.questionsTitle}</h2>
        {body.questions.length === 0 ? <p>{t.questionsNone}</p> : <Questions site={site} body={body} />}
      </section>
      {body.notes.length === 0 ? null : (
        <section class="section" aria-labelledby="referater">
          <h2 id="referater">{t.notesTitle}</h2>
          <Notes site={site} body={body} />
        </section>
      )}
    </>
  );
}

function Ends({ site, body: { closesAt, closed } }: { readonly site: Site; readonly body: DialogueBody }): VNode {
  const t = texts[site.lang];
  const when = closed?.at ?? closesAt;
  return (
    <p class="lead">
      <Time value={when} text={fill(closed === undefined ? t.closes : t.closedAt, { when: formatDateTime(when, site.lang) })} />
      {closed === undefined || closed.reason === null ? null : <> <Outside text={closed.reason} /></>}
    </p>
  );
}

function TakePart({ view: { site, actor, record: { id } } }: { readonly view: RecordView }): VNode {
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="vaer-med">
      <h2 id="vaer-med">{t.takePart}</h2>
      <p>{t.takePartHelp}</p>
      {actor?.kind === 'supplier' ? (
        <p>{(['ask', 'respond', 'decline'] as const).map((step) => <><a class="button-quiet" href={site.href(`/torv/under/${id}/dialogue.${step}`)}>{t[step]}</a>{' '}</>)}</p>
      ) : actor === null ? <p>{t.takePartLogin}</p> : null}
    </section>
  );
}
