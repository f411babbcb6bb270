import type { Json } from '#base';
import type { Site } from '#ui';
import { recordPackageAddress, releasePackageAddress } from './addresses.ts';
import type { PackagedReleases } from './process.store.ts';
import type { Serving } from './serving.ts';

type Publishing = Pick<Serving, 'url' | 'publisher'>;

/** Fields that every OCDS package begins with. @see the package metadata of OCDS 1.1 */
function packageHead(serving: Publishing, address: string, publishedDate: string): Record<string, Json> {
  return { uri: serving.url + address, version: '1.1', publishedDate, publisher: { name: serving.publisher } };
}

/** All releases of a process as an OCDS 1.1 release package. */
export function packageOf(serving: Publishing, site: Pick<Site, 'dataHref'>, ocid: string, found: PackagedReleases): Json {
  return { ...packageHead(serving, site.dataHref(releasePackageAddress(ocid)), found.publishedDate), releases: found.releases };
}

/** A process as an OCDS 1.1 record package: its releases and what they come to. */
export function recordPackageOf(serving: Publishing, site: Pick<Site, 'dataHref'>, ocid: string, found: PackagedReleases, compiledRelease: Json): Json {
  const address = site.dataHref(recordPackageAddress(ocid));
  return { ...packageHead(serving, address, found.publishedDate), records: [{ ocid, releases: found.releases, compiledRelease }] };
}
