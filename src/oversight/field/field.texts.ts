import { da } from './field.da.ts';
import { en } from './field.en.ts';

export const fieldTexts = { da, en };

/** Below the overviews; no municipality and no overview is called so. */
export const FIELDS = '/overblik/felt';

export function fieldAddress(id: string): string {
  return `${FIELDS}/${encodeURIComponent(id)}`;
}
