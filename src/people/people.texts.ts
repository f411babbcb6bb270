import { da } from './people.da.ts';
import { en } from './people.en.ts';

export const texts = { da, en };
