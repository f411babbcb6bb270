/** That a system is known, where somebody names it: in a search of the register, or to a wizard. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { asideOf, NOTHING_SAID, type Aside, type Serving } from '#register';
import type { Site } from '#ui';
import { heldSystems } from '../overview/holdings.store.ts';
import { overviewsFor } from '../overview/kept.ts';
import { systemTexts } from './system.texts.ts';
import { systemAddress } from './system.addresses.ts';
import { knownSystems, systemsIn, type KnownSystem } from './systems.ts';

export function systemsAside({ database, clock }: Pick<Serving, 'database' | 'clock'>): Aside {
  return asideOf({
    ofWords: async (request, site, words) => {
      if (site.world !== 'register') return NOTHING_SAID;
      const named = systemsIn(knownSystems(overviewsFor({ clock }, request, site), await heldSystems(database(request))), words);
      return {
        noindex: named.length > 0,
        sections: named.map((system) => ({ id: `system-${system.slug}`, heading: fill(systemTexts[site.lang].asideHeading, { name: system.name }), body: <Known site={site} system={system} /> })),
      };
    },
  });
}

function Known({ site, system: { slug, name } }: { readonly site: Site; readonly system: KnownSystem }): VNode {
  const t = systemTexts[site.lang];
  return <p>{t.asideText} <a href={site.href(systemAddress(slug))}>{fill(t.asideLink, { name })}</a></p>;
}
