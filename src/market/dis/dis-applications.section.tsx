/** The applications in a system that the reader may see: all that were sent for its owner, its own for a supplier. */
import type { VNode } from 'preact';
import { DataTable, formatDate, Outside, Tag, Time, type Column } from '#ui';
import { applicationsOf } from '../application/admitted.ts';
import { clockOf } from '../application/application.clock.ts';
import { da } from '../application/application.da.ts';
import { en } from '../application/application.en.ts';
import type { Application } from '../application/application.schema.ts';
import { say } from '../core/present.ts';
import { told, type SectionProps } from './dis-public.section.tsx';

const words = { da, en };

export function Applications(props: SectionProps): VNode | null {
  const { view: { site, actor, children }, record } = props;
  const applications = applicationsOf(children).toSorted(byUrgency);
  const isOwner = actor?.organisation === record.owner;
  if (!isOwner && applications.length === 0) return null;
  const title = told(site.lang, isOwner ? 'applicationsTitle' : 'ownTitle');
  return (
    <section class="section" aria-labelledby="ansoegninger">
      <h2 id="ansoegninger">{title}</h2>
      {applications.length === 0 ? <p>{told(site.lang, 'noApplications')}</p> : <DataTable lang={site.lang} caption={title} hideCaption columns={columnsOf(props)} rows={applications} />}
    </section>
  );
}

const WAITING = ['submitted', 'hearing', 'renewal', 'correction', 'draft'];

function place({ state }: Application): number {
  return WAITING.includes(state) ? WAITING.indexOf(state) : WAITING.length;
}

/** Those that wait for an answer first, the oldest of them first. */
function byUrgency(a: Application, b: Application): number {
  return place(a) - place(b) || ((a.body.receivedAt ?? '') < (b.body.receivedAt ?? '') ? -1 : 1);
}

function columnsOf({ view: { site, organisations, children, now }, record }: SectionProps): readonly Column<Application>[] {
  const { lang } = site;
  return [
    { header: told(lang, 'supplier'), cell: ({ id, owner }) => <a href={site.href(`/torv/ansoegning/${id}`)}><Outside text={organisations.get(owner)?.name ?? ''} /></a> },
    { header: told(lang, 'categoriesTitle'), cell: ({ body }) => (body.admission?.categories ?? body.categories).join(', ') },
    { header: told(lang, 'stateTitle'), cell: ({ state }) => <Tag>{say(words, lang, `state.${state}`)}</Tag> },
    { header: told(lang, 'received'), cell: ({ body: { receivedAt } }) => (receivedAt === undefined ? '\u2013' : <Time value={receivedAt} text={formatDate(receivedAt, lang)} />) },
    {
      header: told(lang, 'decideBy'),
      cell: ({ state, body }) => {
        const clock = state === 'submitted' ? clockOf(body, record.body, children, now) : null;
        if (clock === null) return '\u2013';
        return clock.overdueSince === null ? <Time value={clock.last} text={formatDate(clock.last, lang)} /> : <Tag tone="error">{told(lang, 'overdue', { day: formatDate(clock.overdueSince, lang) })}</Tag>;
      },
    },
  ];
}
