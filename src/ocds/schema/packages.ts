import { Type, type Static, type TSchema } from 'typebox';
import { RELEASE_TAG } from './codelists.ts';
import { list, object, requiredCodes, requiredDateTime, requiredText, requiredUri, text, uri } from './parts.ts';
import { Release } from './release.ts';
import { versioned } from './versioned.ts';

/** Who published a package. */
export const Publisher = object({ name: requiredText({ description: 'the name of the publisher' }) }, {
  scheme: text(),
  uid: text(),
  uri: uri(),
});

const about = {
  uri: requiredUri({ description: 'the web address of this package' }),
  publisher: Publisher,
  publishedDate: requiredDateTime({ description: 'when this package was published, as in 2026-03-01T09:00:00Z' }),
  version: requiredText({ pattern: String.raw`^(\d+\.)(\d+)$`, description: 'the version of OCDS in two numbers: "1.1"' }),
};

const terms = {
  extensions: Type.Array(requiredUri()),
  license: uri(),
  publicationPolicy: uri(),
};

/** Points at a release that stands elsewhere. */
export const LinkedRelease = object({
  url: uri({ description: 'the web address of the release' }),
  date: requiredDateTime({ description: 'the date of the release' }),
}, { tag: requiredCodes('releaseTag', RELEASE_TAG) });

export const ReleasePackage = releasePackageOf(Release);
export type ReleasePackage = Static<typeof ReleasePackage>;

export const Record = recordOf(Release);
export type Record = Static<typeof Record>;

export const RecordPackage = recordPackageOf(Record);
export type RecordPackage = Static<typeof RecordPackage>;

/** A package of releases by the given schema: the core one, or the one with extensions. */
export function releasePackageOf<Of extends TSchema>(release: Of) {
  return object({ ...about, releases: list(release, 'unique', 'nonEmpty') }, terms);
}

/** All that is known of one process: its releases, linked or embedded, and what they come to when merged. */
export function recordOf<Of extends TSchema>(release: Of) {
  const releases = Type.Unsafe<Static<typeof LinkedRelease>[] | Static<Of>[]>({
    oneOf: [list(LinkedRelease, 'nonEmpty'), list(release, 'nonEmpty')],
    description: 'the releases of the process, as links or in full',
  });
  return object({ ocid: requiredText({ description: 'the number of the contracting process' }), releases }, {
    compiledRelease: release,
    versionedRelease: Type.Unsafe<{ readonly [field: string]: unknown }>(versioned(release)),
  });
}

export function recordPackageOf<Of extends TSchema>(record: Of) {
  return object({ ...about, records: list(record, 'unique', 'nonEmpty') }, {
    ...terms,
    packages: Type.Array(requiredUri(), { minItems: 1, uniqueItems: true }),
  });
}

