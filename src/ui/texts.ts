import { da } from './ui.da.ts';
import { en } from './ui.en.ts';

/** The texts of the design-system parts. */
export const texts = { da, en };
