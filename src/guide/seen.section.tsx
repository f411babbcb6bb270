import type { VNode } from 'preact';
import { fill } from '#base';
import { ProcessLines, processListAddress } from '#register';
import { formatNumber, Outside, type Site } from '#ui';
import { answerTextsOf } from './answer-parts.ts';
import type { Seen } from './seen.ts';

/** Who bought the same, as far as the register knows. */
export function SeenBefore({ site, seen: { what, total, withoutCall, rows } }: { readonly site: Site; readonly seen: Seen }): VNode {
  const t = answerTextsOf[site.lang];
  const filters = { call: ['without'] };
  return (
    <section class="section" id="andre">
      <h2>{t.seen}</h2>
      <p><Outside text={total === 0 ? fill(t.seenNone, { what }) : fill(t.seenSome, { count: formatNumber(total, site.lang), what })} /></p>
      {total === 0 ? null : (
        <>
          <ProcessLines site={site} rows={rows} short />
          <p>
            <a href={site.href(processListAddress({ q: what }))}>{t.seenAll}</a>
            {withoutCall === 0 ? null : <> <a href={site.href(processListAddress({ q: what, filters }))}>{`${t.seenWithout} (${formatNumber(withoutCall, site.lang)})`}</a></>}
          </p>
        </>
      )}
    </section>
  );
}
