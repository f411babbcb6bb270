/** Where the wizards begin. */
import type { VNode } from 'preact';
import { said } from '#law';
import { Breadcrumbs, Page, type Site } from '#ui';
import { ADDON_WIZARD } from './addon.wizard.ts';
import { DATES_WIZARD } from './dates.wizard.ts';
import { ROUTE_WIZARD } from './route.wizard.ts';
import { WHERE_WIZARD } from './where.wizard.ts';

export const GUIDE = '/vejledning';
export const RULES_PAGE = '/regler';
export const CHAIN_PAGE = '/regler/kaede';

export const guideTexts = {
  title: said('Vejledning', 'Guidance'),
  lead: said('Find den lovlige vej, fristerne og pligterne på et par minutter. Uden login, og svaret kan deles.', 'Find the lawful route, the dates and the duties in a few minutes. No login, and the answer can be shared.'),
  rules: said('Reglerne bag', 'The rules behind it'),
  rulesLead: said('Hver regel i egne ord, hvor den er læst, hvor sikkert den er kendt, og hvad en jurist skal bekræfte.', 'Every rule in own words, where it was read, how well it is known, and what a jurist must confirm.'),
  chain: said('En kæde af forlængelser', 'A chain of extensions'),
  chainLead: said('3,5 mio. kr. i 2007 blev til 5,9 mio. kr. i 2010, uden udbud. Sådan ser loven på det.', 'DKK 3.5 million in 2007 became 5.9 million in 2010, without a tender. This is how the law looks at it.'),
};

export function renderStart(site: Site): VNode {
  const t = (text: { readonly da: string; readonly en: string }): string => text[site.lang];
  const cards = [
    ...[WHERE_WIZARD, ROUTE_WIZARD, ADDON_WIZARD, DATES_WIZARD].map(({ path, title, lead }) => ({ path, title: t(title), lead: t(lead) })),
    { path: CHAIN_PAGE, title: t(guideTexts.chain), lead: t(guideTexts.chainLead) },
    { path: RULES_PAGE, title: t(guideTexts.rules), lead: t(guideTexts.rulesLead) },
  ];
  return (
    <Page site={site} title={t(guideTexts.title)} description={t(guideTexts.lead)} before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t(guideTexts.title), href: null }]} />}>
      <div class="wrap">
        <div class="page-head"><h1>{t(guideTexts.title)}</h1><p class="lead">{t(guideTexts.lead)}</p></div>
        <ul class="guide-cards">
          {cards.map(({ path, title, lead }) => <li><h2><a href={site.href(path)}>{title}</a></h2><p>{lead}</p></li>)}
        </ul>
      </div>
    </Page>
  );
}
