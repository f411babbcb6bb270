/** The way to the figures of competition from the page of a field, a buyer, a framework agreement or a system in the register. */
import { asideOf, NOTHING_SAID, type Aside, type Said } from '#register';
import type { Site } from '#ui';
import { texts } from './parts.tsx';
import { scopeAddress, type Scope } from './scope.ts';

/** A link alone: the figures are made when somebody wants them. */
export function competitionAside(): Aside {
  return asideOf({
    ofProcess: async (_request, site, { ocid, isAgreement }) => (isAgreement ? linkTo(site, { kind: 'agreement', key: ocid }) : NOTHING_SAID),
    ofOrganisation: async (_request, site, { key, isBuyer }) => (isBuyer ? linkTo(site, { kind: 'buyer', key }) : NOTHING_SAID),
    ofMarket: async (_request, site, field) => (field === null ? NOTHING_SAID : linkTo(site, { kind: 'field', key: field })),
  });
}

type Linked = Exclude<Scope['kind'], 'all' | 'country'>;

function linkTo(site: Site, scope: Scope & { readonly kind: Linked }): Said {
  const t = texts[site.lang];
  return {
    sections: [{ id: 'konkurrence', heading: t.title, body: <p class="prose">{t[`aside.${scope.kind}`]} <a href={site.href(scopeAddress(scope))}>{t[`asideLink.${scope.kind}`]}</a></p> }],
    noindex: false,
  };
}
