import type { VNode } from 'preact';
import { fill } from '#base';
import { rowAddress, rowSlug } from './addresses.ts';
import { Case, type CaseProps } from './case.parts.tsx';
import { da } from './form.da.ts';
import { en } from './form.en.ts';
import { outcomesOf } from './overview.view.ts';
import { outcomeTexts, statusTexts } from './words.ts';

const texts = { da, en };

interface CaseFoldProps extends Omit<CaseProps, 'level'> {
  readonly isOpen: boolean;
  /** Whether the row has a page of its own where this stands. */
  readonly hasPage: boolean;
}

/** A row folded to one line. A browser opens the fold when a link leads into it, which is why the target stands inside. */
export function CaseFold({ isOpen, hasPage, ...shown }: CaseFoldProps): VNode {
  const { site, overview, row, common } = shown;
  const { lang } = site;
  const { municipality, status } = row;
  const outcomes = [...new Set(outcomesOf(row, common).map(({ outcome }) => outcomeTexts[outcome][lang]))];
  return (
    <details class="case-fold" open={isOpen}>
      <summary><strong>{municipality}</strong> – {[statusTexts[status][lang], ...outcomes].join(' – ')}</summary>
      <div id={rowAnchor(municipality)}>
        <Case {...shown} level={3} />
        {hasPage ? <p><a href={site.href(rowAddress(overview.id, municipality))}>{fill(texts[lang].ownPage, { municipality })}</a></p> : null}
      </div>
    </details>
  );
}

export function rowAnchor(municipality: string): string {
  return `r-${rowSlug(municipality)}`;
}
