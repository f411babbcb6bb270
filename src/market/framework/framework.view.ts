import type { OrganisationName } from '#people';
import type { RecordView } from '../core/present.ts';
import type { Framework } from './framework.schema.ts';

/** Beyond the record: the names of all organisations in it, and who could be chosen. */
export interface FrameworkExtra {
  readonly names: ReadonlyMap<string, OrganisationName>;
  readonly suppliers: readonly OrganisationName[];
  readonly buyers: readonly OrganisationName[];
}

export interface FrameworkProps {
  readonly view: RecordView<FrameworkExtra>;
  readonly record: Framework;
}
