import { da } from './system.da.ts';
import { en } from './system.en.ts';

export const systemTexts = { da, en };
