/** Where a reader of an overview goes from there. */
import type { VNode } from 'preact';
import { fill } from '#base';
import type { Alternate, Site } from '#ui';
import { systemTexts } from '../systems/system.texts.ts';
import { SYSTEMS, systemAddress } from '../systems/system.addresses.ts';
import { requestAddress } from './access-request.ts';
import { GROUND_COUNTS } from './grounds-count.ts';
import { groundCountTexts } from './grounds-count.texts.ts';
import { ALL_FEED, feedAddress, feedTexts } from './overview-feed.ts';
import type { Overview } from './overview.schema.ts';
import { slugOf } from './slug.ts';

/** For the head of its page. */
export function feedOf(site: Site, overview: Overview): readonly Alternate[] {
  return [{ type: 'application/atom+xml', href: site.href(feedAddress(overview.id)), title: feedTexts[site.lang].follow }];
}

export function feedOfAll(site: Site): readonly Alternate[] {
  return [{ type: 'application/atom+xml', href: site.href(ALL_FEED), title: feedTexts[site.lang].followAll }];
}

/** Follow it, the system before it is bought, and the grounds of all overviews. */
export function Onward({ site, overview }: { readonly site: Site; readonly overview: Overview }): VNode {
  const { lang } = site;
  const name = overview.names[0];
  return (
    <ul class="overview-onward">
      <li><a href={site.href(feedAddress(overview.id))}>{feedTexts[lang].follow}</a></li>
      {overview.subject !== 'system' || name === undefined ? null : <li><a href={site.href(systemAddress(slugOf(name)))}>{fill(systemTexts[lang].asideLink, { name })}</a></li>}
      <li><a href={site.href(GROUND_COUNTS)}>{groundCountTexts[lang].more}</a></li>
    </ul>
  );
}

export function OnwardFromAll({ site }: { readonly site: Site }): VNode {
  const { lang } = site;
  return (
    <ul class="overview-onward">
      <li><a href={site.href(SYSTEMS)}>{systemTexts[lang].title}: {systemTexts[lang].lead}</a></li>
      <li><a href={site.href(GROUND_COUNTS)}>{groundCountTexts[lang].more}</a></li>
      <li><a href={site.href(ALL_FEED)}>{feedTexts[lang].followAll}</a></li>
    </ul>
  );
}

/** Municipalities of which nothing is known, each with the draft of a request. */
export function NotKnown({ site, overview, municipalities }: { readonly site: Site; readonly overview: Overview; readonly municipalities: readonly string[] }): VNode {
  return <p>{municipalities.map((municipality, at) => <>{at > 0 ? ', ' : ''}<a href={site.href(requestAddress(overview.id, municipality))}>{municipality}</a></>)}.</p>;
}
