/** What a letter says to its supplier. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { readOrganisations, type OrganisationName } from '#people';
import { formatDateTime, Outside, OutsideParagraphs } from '#ui';
import { presentation, type RecordView } from '../core/present.ts';
import type { Letter } from './letter.ts';
import { da } from './letter.da.ts';
import { en } from './letter.en.ts';

const texts = { da, en };

export const letterPresentation = presentation({
  kind: 'letter', texts,
  // The winner is no party of the letter, whose one reader sees it.
  load: async ({ trx }, record) => nameOf(await readOrganisations(trx, winnersOf(record as Letter)), record as Letter),
  content: (view) => <LetterContent view={view} record={view.record as Letter} />,
});

function winnersOf({ body: { winner } }: Letter): readonly string[] {
  return winner === null ? [] : [winner];
}

function nameOf(organisations: ReadonlyMap<string, OrganisationName>, { body: { winner } }: Letter): string {
  return winner === null ? '' : organisations.get(winner)?.name ?? '';
}

function LetterContent({ view, record: { body } }: { readonly view: RecordView<string>; readonly record: Letter }): VNode {
  const { site, extra: winner } = view;
  const t = texts[site.lang];
  const { standstill } = body;
  const wait = standstill === null ? t['standstill.none'] : fill(standstill.voluntary ? t['standstill.voluntary'] : t.standstill, { ends: formatDateTime(standstill.ends, site.lang) });
  return (
    <>
      <p class="quiet"><Outside text={fill(t.to, { name: view.organisations.get(body.to)?.name ?? '' })} /></p>
      <p class="lead">{fill(t[`outcome.${body.outcome}`], { winner })}</p>
      <section class="section" aria-labelledby="begrundelse">
        <h2 id="begrundelse">{t.reasonsTitle}</h2>
        {body.reasons.map((reason) => <OutsideParagraphs text={reason} lang="da" />)}
      </section>
      {body.outcome === 'cancelled' ? null : (
        <section class="section" aria-labelledby="ventetid">
          <h2 id="ventetid">{t.standstillTitle}</h2>
          <p>{wait}</p>
        </section>
      )}
      <p><a href={site.href(`/torv/koeb/${body.purchase}`)}>{t.purchase}</a></p>
    </>
  );
}
