import { da } from './direct.da.ts';
import { en } from './direct.en.ts';

export const directTexts = { da, en };
