import { da } from './web.da.ts';
import { en } from './web.en.ts';

export const texts = { da, en } as const;
