import { DEMO_END, moment } from './dates.ts';
import { ordinaryPurchases } from './ordinary.ts';
import type { DemoRelease } from './process.ts';
import { jobcentreStory } from './story-jobcentre.ts';
import { jointStories } from './story-joint.ts';
import { patternStories } from './story-patterns.ts';

export type { DemoRelease } from './process.ts';
export { DEMO_CENTRAL_BODY, DEMO_MUNICIPALITIES, DEMO_REGIONS, type DemoMunicipality, type DemoRegion } from './places.ts';

/**
 * The fictional demo world as OCDS 1.1 releases, oldest first: the same on every machine and every day. Nothing in it exists:
 * organisations have numbers of the scheme DEMO-ORG, addresses end in `.example`, and no person is named.
 */
export function* demoReleases(): Generator<DemoRelease, void, undefined> {
  const end = moment(DEMO_END, 23, 59);
  const told = [...ordinaryPurchases(), ...jobcentreStory(), ...patternStories(), ...jointStories()];
  const happened = told.filter(({ date }) => date <= end);
  yield* happened.sort((a, b) => (a.date === b.date ? order(a.id, b.id) : order(a.date, b.date)));
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
