/** The page of a record: what it is, what the reader may do, what it says, what happened. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, Breadcrumbs, formatDateTime, Outside, Page, Tag, Time } from '#ui';
import type { HistoryLine } from './records.store.ts';
import type { Proposal } from './orders.store.ts';
import { say, saidOf, type Presentation, type RecordView } from './present.ts';

export interface RecordPageProps {
  readonly view: RecordView;
  readonly presentation: Presentation;
  readonly title: string;
  readonly path: string;
  /** What was just done; null: nothing. */
  readonly done: { readonly command: string; readonly outcome: string } | null;
}

export function renderRecord({ view, presentation, title, path, done }: RecordPageProps): VNode {
  const { site, record } = view;
  const { texts } = presentation;
  const t = (key: string, values?: Readonly<Record<string, string | number>>): string => say(texts, site.lang, key, values);
  return (
    <Page
      site={site} title={title} noindex={record.audience !== 'public'}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t('torv'), href: site.href('/torv') }, { label: title, href: null }]} />}
    >
      <div class="wrap">
        {done === null ? null : <Done t={t} done={done} />}
        {presentation.lead(view)}
        <div class="torv-head">
          <div>
            <p class="torv-kind">{t('kind')} · {view.organisations.get(record.owner)?.name ?? ''}</p>
            <h1><Outside text={title} /></h1>
            <p><Tag tone={toneOf(record.state)}>{t(`state.${record.state}`)}</Tag></p>
          </div>
        </div>
        <Proposals view={view} presentation={presentation} path={path} />
        <Steps view={view} presentation={presentation} path={path} />
        {presentation.content(view)}
        <History view={view} presentation={presentation} />
      </div>
    </Page>
  );
}

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

function Done({ t, done }: { readonly t: Say; readonly done: { readonly command: string; readonly outcome: string } }): VNode {
  const text = done.outcome === 'proposed' ? t('doneProposed') : done.outcome === 'rejected' ? t('doneRejected') : t('done', { step: t(`command.${done.command}`) });
  return <div class="guide-wrong"><Alert tone="success"><p>{text}</p></Alert></div>;
}

const CLOSED: ReadonlySet<string> = new Set(['cancelled', 'dropped', 'refused', 'removed', 'withdrawn', 'left']);
const UNDER_WAY: ReadonlySet<string> = new Set(['draft', 'closed', 'ended']);

function toneOf(state: string): 'neutral' | 'success' | 'warning' {
  return CLOSED.has(state) ? 'warning' : UNDER_WAY.has(state) ? 'neutral' : 'success';
}

interface PartProps {
  readonly view: RecordView;
  readonly presentation: Presentation;
  readonly path: string;
}

function Steps({ view, presentation: { texts }, path }: PartProps): VNode | null {
  const { site, steps } = view;
  const t: Say = (key, values) => say(texts, site.lang, key, values);
  const shown = steps.filter(({ name }) => saidOf(texts, site.lang, `command.${name}`) !== null);
  if (shown.length === 0) return null;
  return (
    <section class="torv-steps" aria-labelledby="trin">
      <h2 id="trin">{t('stepsTitle')}</h2>
      <ul>
        {shown.map(({ name }) => (
          <li class="torv-step">
            <a class="button-quiet" href={site.href(`${path}/${name}`)}>{t(`command.${name}`)}</a>
            <p class="torv-step-about">{t(`about.${name}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Proposals({ view, presentation, path }: PartProps): VNode | null {
  const { site, proposals } = view;
  if (proposals.length === 0) return null;
  return (
    <section class="section" aria-labelledby="forslag">
      <h2 id="forslag">{say(presentation.texts, site.lang, 'proposalsTitle')}</h2>
      {proposals.map((proposal) => <OneProposal view={view} presentation={presentation} path={path} proposal={proposal} />)}
    </section>
  );
}

function OneProposal({ view, presentation, path, proposal }: PartProps & { readonly proposal: Proposal }): VNode {
  const { texts } = presentation;
  const { site, actor, persons } = view;
  const t: Say = (key, values) => say(texts, site.lang, key, values);
  const step = t(`command.${proposal.command}`);
  const own = actor?.user === proposal.person;
  const confirms = !own && actor?.roles.includes('approver') === true;
  return (
    <div class="torv-proposal">
      <p>{own ? t('proposedYours', { step }) : t('proposed', { step, name: persons.get(proposal.person) ?? '' })} <Time value={proposal.at} text={formatDateTime(proposal.at, site.lang)} /></p>
      <Given view={view} presentation={presentation} proposal={proposal} />
      <div class="form-actions">
        {confirms ? <form method="post" action={site.href(`${path}/${proposal.command}/bekraeft`)}><button class="button-main" type="submit">{t('confirm')}</button></form> : null}
        {confirms || own ? <form method="post" action={site.href(`${path}/${proposal.command}/afvis`)}><button class="button-quiet" type="submit">{own ? t('withdrawProposal') : t('reject')}</button></form> : null}
      </div>
    </div>
  );
}

type GivenProps = Omit<PartProps, 'path'> & { readonly proposal: Proposal };

/** What stands in a proposal, so that whoever confirms it knows what. */
function Given({ proposal, ...props }: GivenProps): VNode | null {
  const rows = Object.entries(proposal.input as Record<string, unknown>).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  if (rows.length === 0) return null;
  const { view: { site }, presentation: { texts } } = props;
  return (
    <details open>
      <summary>{say(texts, site.lang, 'proposalContent')}</summary>
      <dl class="summary-list">
        {rows.map(([name, value]) => <div><dt>{labelOf(props, proposal.command, name)}</dt><dd><GivenValue {...props} command={proposal.command} name={name} value={value} /></dd></div>)}
      </dl>
    </details>
  );
}

function labelOf({ view: { site }, presentation: { texts } }: Omit<PartProps, 'path'>, command: string, name: string): string {
  return saidOf(texts, site.lang, `field.${command}.${name}`) ?? saidOf(texts, site.lang, `field.${name}`) ?? name;
}

/** As the form showed it: what was chosen by its name, rows field by field. */
function GivenValue({ command, name, value, ...props }: Omit<PartProps, 'path'> & { readonly command: string; readonly name: string; readonly value: unknown }): VNode {
  const { view, presentation: { texts, options } } = props;
  const { lang } = view.site;
  if (Array.isArray(value)) return <ul>{value.map((one) => <li><GivenValue {...props} command={command} name={name} value={one} /></li>)}</ul>;
  if (typeof value === 'object' && value !== null) {
    return <>{Object.entries(value).map(([part, one]) => <p>{labelOf(props, command, part)}: <GivenValue {...props} command={command} name={part} value={one} /></p>)}</>;
  }
  if (typeof value === 'boolean') return <>{say(texts, lang, value ? 'yes' : 'no')}</>;
  const text = String(value);
  return <Outside text={options(command, name, view)?.find((one) => one.value === text)?.label ?? saidOf(texts, lang, `choice.${name}.${text}`) ?? saidOf(texts, lang, `point.${text}`) ?? text} />;
}

function History({ view, presentation: { texts } }: Omit<PartProps, 'path'>): VNode {
  const { site, history } = view;
  return (
    <section class="section" aria-labelledby="forloeb">
      <h2 id="forloeb">{say(texts, site.lang, 'historyTitle')}</h2>
      <ol class="torv-timeline">
        {history.map((line) => (
          <li>
            <Time value={line.at} text={formatDateTime(line.at, site.lang)} />
            <strong>{say(texts, site.lang, `event.${line.type}`)}</strong>
            {typeof line.data['text'] === 'string' ? <p><Outside text={line.data['text']} /></p> : null}
            <span class="quiet"> {byWhom(view, texts, line)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Persons are named to their own organisation; others see which organisation it was. */
function byWhom({ site, organisations, persons, actor }: RecordView, texts: Presentation['texts'], line: HistoryLine): string {
  const organisation = line.organisation === null ? null : organisations.get(line.organisation)?.name ?? '';
  if (organisation === null) return say(texts, site.lang, 'byTime');
  if (line.person === null || actor?.organisation !== line.organisation) return organisation;
  const name = persons.get(line.person) ?? '';
  if (line.proposer === null) return fill(say(texts, site.lang, 'byWhom', { name, organisation }), {});
  return say(texts, site.lang, 'byTwo', { name, organisation, proposer: persons.get(line.proposer) ?? '' });
}
