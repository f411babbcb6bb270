import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import { formatAmount, formatDecimal, formatNumber, formatShortDate, Outside, shorten, Time, type Site } from '#ui';
import { reasonName } from '../procedure-words.tsx';
import { CHANGES } from './addresses.ts';
import { da } from './changes.da.ts';
import { en } from './changes.en.ts';
import type { ChangeListView, ChangeRow } from './changes.view.ts';
import { NoticeLink, PartHead, Suppliers } from './part-line.tsx';
import { How, PartPage } from './part.page.tsx';

const texts = { da, en };
const WORDS_SHOWN = 280;

export function renderChanges(site: Site, view: ChangeListView): VNode {
  const t = texts[site.lang];
  return (
    <PartPage
      site={site} view={view} path={CHANGES} texts={t} own={{}} follow={[{ format: 'atom', own: {} }]} sortNames={{ newest: t['sort.newest'], rise: t['sort.rise'] }}
      note={(
        <>
          {view.total === 0 ? null : <p>{fill(t.compared, { compared: formatNumber(view.compared, site.lang), all: formatNumber(view.total, site.lang) })}</p>}
          <How heading={t.howHeading} lines={[t.howSource, t.howReason, t.howAmounts]} />
        </>
      )}
      row={(row) => <ChangeLine site={site} row={row} />}
    />
  );
}

interface LineProps {
  readonly site: Site;
  readonly row: ChangeRow;
}

function ChangeLine({ site, row }: LineProps): VNode {
  const t = texts[site.lang];
  const reason = row.reasonCode === null ? t.noReason : reasonName('modification-justification', { code: row.reasonCode, description: null }, site.lang);
  // Some buyers write the same in both places.
  const own = row.reason === row.description ? null : row.reason;
  return (
    <article class="result">
      <div>
        <PartHead site={site} row={row} />
        <Suppliers site={site} suppliers={row.suppliers} />
        <p class="result-buyer"><strong>{t.reason}</strong> <Outside text={reason} /></p>
        {row.description === null ? null : <p class="result-buyer"><strong>{t.what}</strong> <Outside text={shorten(row.description, WORDS_SHOWN)} /></p>}
        {own === null ? null : <p class="result-buyer"><strong>{t.words}</strong> <Outside text={shorten(own, WORDS_SHOWN)} /></p>}
      </div>
      <div class="result-side">
        <Amounts site={site} row={row} />
        {row.published === null ? null : <p><Time value={row.published} text={fill(t.changedOn, { when: formatShortDate(row.published, site.lang) })} /></p>}
        <NoticeLink site={site} row={row} notice={row.notice} />
      </div>
    </article>
  );
}

function Amounts({ site, row }: LineProps): VNode {
  const t = texts[site.lang];
  const { before, after, currency, rise } = row;
  if (before === null || after === null) return <p>{t.noAmounts}</p>;
  const amount = (value: string): string => formatAmount({ amount: value, currency }, site.lang);
  return (
    <>
      {rise === null ? null : <p class="result-value">{differenceText(rise, isSame(before, after), site.lang)}</p>}
      <p>{fill(t.from, { before: amount(before), after: amount(after) })}</p>
    </>
  );
}

/** "+12,5 %" of "0.125", rounded to one decimal. @param isEqual the two amounts are the same to the last digit */
export function differenceText(rise: string, isEqual: boolean, lang: Language): string {
  const t = texts[lang];
  if (isEqual) return t.equal;
  const percent = Number(rise) * 100;
  const rounded = Math.abs(percent).toFixed(1).replace(/\.0$/, '');
  return rounded === '0' ? t.tiny : fill(t.difference, { sign: percent < 0 ? '\u2212' : '+', percent: formatDecimal(rounded, lang) });
}

/** Exact decimals, compared as such: "100" is "100.00". */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((value) => (value.includes('.') ? value.replace(/\.?0+$/, '') : value));
  return a === b;
}
