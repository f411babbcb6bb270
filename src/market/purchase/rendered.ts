/** Pages of a purchase as a reader gets them, for tests. */
import { renderDocument, siteOf, type Site } from '#ui';
import type { Actor } from '#people';
import { PRESENTATIONS } from '../kinds.ts';
import { renderRecord } from '../core/record.page.tsx';
import { readView } from '../core/view.store.ts';
import type { Market } from '../core/run.ts';

export function testSite(path: string, lang: 'da' | 'en' = 'da'): Site {
  return siteOf({ lang, world: 'demo', path, origin: null, hasOtherWorld: false, updatedAt: null, navigation: [], publisher: { name: 'Torvet', email: null } });
}

/** HTML of the page of a purchase. @throws when the reader may not see it */
export async function testPurchaseView(market: Market, actor: Actor | null, record: string, lang: 'da' | 'en' = 'da'): Promise<string> {
  const presentation = PRESENTATIONS.find(({ kind }) => kind === 'purchase');
  const path = `/torv/koeb/${record}`;
  const view = presentation === undefined ? null : await readView(market, presentation, actor, testSite(path, lang), record);
  if (presentation === undefined || view === null) throw new Error('The reader may not see the purchase.');
  return renderDocument(renderRecord({ view, presentation, title: market.kinds.of('purchase').titleOf(view.record), path, done: null }));
}
