/** The dialogue as an annex: on the page of its need, and of the purchase that comes of it, the same for all. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { formatDate, formatDateTime, Outside, OutsideParagraphs, Time, type Site } from '#ui';
import type { MarketRecord } from '../core/record.ts';
import type { ReasonCount } from './counts.ts';
import type { Dialogue, DialogueBody } from './dialogue.schema.ts';
import { da } from './dialogue.da.ts';
import { en } from './dialogue.en.ts';
import { Reasons } from './said.page.tsx';

const texts = { da, en };

interface BodyProps {
  readonly site: Site;
  readonly body: DialogueBody;
}

export function Questions({ site: { lang }, body: { questions } }: BodyProps): VNode {
  return (
    <dl class="summary-list">
      {questions.map(({ question, answer, at }) => (
        <div><dt><OutsideParagraphs text={question} /></dt><dd><OutsideParagraphs text={answer} /><p class="quiet"><Time value={at} text={formatDateTime(at, lang)} /></p></dd></div>
      ))}
    </dl>
  );
}

export function Notes({ site: { lang }, body: { notes } }: BodyProps): VNode {
  const t = texts[lang];
  return (
    <dl class="summary-list">
      {notes.map(({ on, suppliers, text }) => (
        <div><dt>{fill(suppliers === 1 ? t.noteOfOne : t.noteOf, { on: formatDate(on, lang), suppliers })}</dt><dd><OutsideParagraphs text={text} /></dd></div>
      ))}
    </dl>
  );
}

/** On the page of a purchase. */
export function DialogueAnnex({ site, dialogues }: { readonly site: Site; readonly dialogues: readonly Dialogue[] }): VNode | null {
  if (dialogues.length === 0) return null;
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="dialog">
      <h2 id="dialog">{t.annexTitle}</h2>
      <p>{t.annexAbout}</p>
      {dialogues.map(({ id, state, body }) => (
        <>
          <p><a href={site.href(`/torv/dialog/${id}`)}><Outside text={body.title} /></a> <span class="quiet">{state === 'open' ? t['state.open'] : t['state.closed']}</span></p>
          {body.questions.length === 0 ? null : <details><summary>{t.questionsTitle} ({body.questions.length})</summary><Questions site={site} body={body} /></details>}
          {body.notes.length === 0 ? null : <details><summary>{t.notesTitle} ({body.notes.length})</summary><Notes site={site} body={body} /></details>}
        </>
      ))}
    </section>
  );
}

/** Why organisations did not bid, once the contract is there; null: too few said so. */
export function DeclinesTold({ site, reasons }: { readonly site: Site; readonly reasons: readonly ReasonCount[] | null }): VNode | null {
  if (reasons === null) return null;
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="ikke-tilbud">
      <h2 id="ikke-tilbud">{t.declinesPublic}</h2>
      <p>{t.declinesPublicAbout}</p>
      <Reasons site={site} reasons={reasons} />
    </section>
  );
}

/** On the page of a need: its dialogues, and the way to open one as long as the need may still be bought for. */
export function DialoguesOfNeed({ site, need, children }: { readonly site: Site; readonly need: MarketRecord; readonly children: readonly MarketRecord[] }): VNode | null {
  const dialogues = children.filter((one): one is Dialogue => one.kind === 'dialogue');
  const mayOpen = need.state === 'draft' || need.state === 'decided';
  if (dialogues.length === 0 && !mayOpen) return null;
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="dialog">
      <h2 id="dialog">{t.needTitle}</h2>
      {dialogues.length === 0 ? <p>{t.needAbout}</p> : (
        <ul>{dialogues.map(({ id, state, body }) => <li><a href={site.href(`/torv/dialog/${id}`)}><Outside text={body.title} /></a> <span class="quiet">{state === 'open' ? t['state.open'] : t['state.closed']}</span></li>)}</ul>
      )}
      {mayOpen ? <p><a class="button-quiet" href={site.href(`/torv/under/${need.id}/dialogue.start`)}>{t['command.dialogue.start']}</a></p> : null}
    </section>
  );
}
