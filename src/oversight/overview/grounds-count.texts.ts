import { da } from './grounds-count.da.ts';
import { en } from './grounds-count.en.ts';

export const groundCountTexts = { da, en };
