import type { JsonObject } from '#base';
import { DEMO_END, moment } from './dates.ts';
import { ordinaryPurchases } from './ordinary.ts';
import { jobcentreStory } from './story-jobcentre.ts';
import { jointStories } from './story-joint.ts';
import { patternStories } from './story-patterns.ts';

export { DEMO_CENTRAL_BODY, DEMO_MUNICIPALITIES, DEMO_REGIONS, type DemoMunicipality, type DemoRegion } from './places.ts';

/**
 * The fictional demo world as OCDS 1.1 releases, oldest first: the same on every machine and every day. Nothing in it exists:
 * organisations have numbers of the scheme DEMO-ORG, addresses end in `.example`, and no person is named.
 */
export function* demoReleases(): Generator<JsonObject, void, undefined> {
  const end = moment(DEMO_END, 23, 59);
  const told = [...ordinaryPurchases(), ...jobcentreStory(), ...patternStories(), ...jointStories()];
  const releases = told.map((release) => ({ release, at: `${String(release['date'])} ${String(release['id'])}` })).filter(({ at }) => at.slice(0, end.length) <= end);
  for (const { release } of releases.sort((a, b) => (a.at < b.at ? -1 : 1))) yield release;
}
