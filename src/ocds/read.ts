import { isObject, type Json } from '#base';

/** The tags of a release, whatever shape it has: a tag that is not in a list counts too, other shapes do not. */
export function releaseTags(release: Json): readonly string[] {
  if (!isObject(release)) return [];
  const { tag } = release;
  if (typeof tag === 'string') return [tag];
  return Array.isArray(tag) ? (tag as readonly Json[]).filter((one) => typeof one === 'string') : [];
}
