/** The front of the market place: what is open to everybody, and one's own cases. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, formatDateTime, Outside, Page, Tag, Time, type Site } from '#ui';
import type { Actor } from '#people';
import type { MarketRecord } from '../core/record.ts';
import { say, type Presentation } from '../core/present.ts';
import type { Kinds } from '../core/kinds.ts';
import { da } from './front.da.ts';
import { en } from './front.en.ts';
import type { FrontView } from './front.store.ts';

const texts = { da, en };

export interface FrontProps {
  readonly site: Site;
  readonly actor: Actor | null;
  readonly view: FrontView;
  /** The reader has just declared a conflict of interest, and sees no more of what it was in. */
  readonly isOut: boolean;
  readonly kinds: Kinds;
  readonly presentations: readonly Presentation[];
}

export function renderFront(props: FrontProps): VNode {
  const { site, actor, view, isOut } = props;
  const t = texts[site.lang];
  return (
    <Page site={site} title={t.title} description={t.description}>
      <div class="wrap">
        <div class="page-head"><h1>{t.title}</h1><p class="lead">{t.lead}</p></div>
        {isOut ? <Alert tone="success"><p>{t.out}</p></Alert> : null}
        {actor === null ? <p class="hint">{t.hint}</p> : <Work {...props} actor={actor} />}
        {actor?.kind === 'supplier' ? <p><a href={site.href('/torv/leverandoer')}>{t.supplierHome}</a></p> : null}
        <List {...props} id="koeb" title={t.openPurchases} records={view.purchases} none={t.noPurchases} />
        <List {...props} id="dis" title={t.dis} about={t.disAbout} records={view.dis} none={t.noDis} />
        <p><a href={site.href('/torv/dis')}>{t.allDis}</a></p>
        <List {...props} id="rammeaftaler" title={t.frameworks} records={view.frameworks} none={t.noFrameworks} />
        <List {...props} id="dialog" title={t.dialogues} about={t.dialoguesAbout} records={view.dialogues} none={t.noDialogues} />
        <List {...props} id="afgjort" title={t.done} records={view.decided} none={t.noDone} />
      </div>
    </Page>
  );
}

interface ListProps extends FrontProps {
  readonly id: string;
  readonly title: string;
  readonly about?: string;
  readonly records: readonly MarketRecord[];
  readonly none: string;
}

function List(props: ListProps): VNode {
  const { id, title, about, records, none } = props;
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {about === undefined ? null : <p class="quiet">{about}</p>}
      {records.length === 0 ? <p>{none}</p> : <ul class="torv-list">{records.map((record) => <li><Line {...props} record={record} withState={false} /></li>)}</ul>}
    </section>
  );
}

function Line({ site, view, kinds, presentations, record, withState }: FrontProps & { readonly record: MarketRecord; readonly withState: boolean }): VNode {
  const t = texts[site.lang];
  const kind = kinds.of(record.kind);
  const presentation = presentations.find((one) => one.kind === record.kind);
  const { deadline } = record.body as { readonly deadline?: string };
  return (
    <>
      <a href={site.href(`/torv/${kind.path}/${record.id}`)}><Outside text={kind.titleOf(record)} /></a>
      <span class="torv-line">
        {withState && presentation !== undefined
          ? <><span class="quiet">{say(presentation.texts, site.lang, 'kind')}</span> <Tag>{say(presentation.texts, site.lang, `state.${record.state}`)}</Tag></>
          : <span class="quiet">{fill(t.by, { owner: view.organisations.get(record.owner)?.name ?? '' })}</span>}
        {record.kind === 'letter' ? <span><Outside text={fill(t.to, { name: record.parties.map((id) => view.organisations.get(id)?.name ?? '').join(', ') })} /></span> : null}
        {deadline === undefined || record.state !== 'announced' ? null : <span> <Time value={deadline} text={fill(t.deadline, { when: formatDateTime(deadline, site.lang) })} /></span>}
      </span>
    </>
  );
}

function Work(props: FrontProps & { readonly actor: Actor }): VNode {
  const { site, actor, view, kinds, presentations } = props;
  const t = texts[site.lang];
  const wordsOf = (kind: string): Presentation['texts'] | null => presentations.find((one) => one.kind === kind)?.texts ?? null;
  return (
    <section class="torv-steps torv-work" aria-labelledby="sager">
      <h2 id="sager">{fill(t.work, { organisation: actor.organisationName })}</h2>
      {view.waiting.length === 0 ? null : (
        <>
          <h3>{t.waiting}</h3>
          <ul class="torv-list">
            {view.waiting.map(({ record, command }) => {
              const words = wordsOf(record.kind);
              const kind = kinds.of(record.kind);
              return <li><a href={site.href(`/torv/${kind.path}/${record.id}`)}><Outside text={kind.titleOf(record)} /></a> <span class="torv-line">{words === null ? null : say(words, site.lang, `command.${command}`)}</span></li>;
            })}
          </ul>
        </>
      )}
      {view.own.length === 0 ? <p>{t.noWork}</p> : <ul class="torv-list">{view.own.map((record) => <li><Line {...props} record={record} withState /></li>)}</ul>}
      {view.starts.length === 0 ? null : (
        <div class="form-actions">
          {view.starts.map((command) => {
            const kind = kinds.kindOf(command);
            const words = wordsOf(kind.kind);
            return words === null ? null : <a class="button-quiet" href={site.href(`/torv/${kind.path}/ny/${command.name}`)}>{say(words, site.lang, `command.${command.name}`)}</a>;
          })}
        </div>
      )}
    </section>
  );
}
