/** Every indicator, in the order of its code. */
import type { Indicator } from './indicator.ts';
import { r003 } from './r003/indicator.ts';
import { r018 } from './r018/indicator.ts';
import { r024 } from './r024/indicator.ts';
import { r025 } from './r025/indicator.ts';
import { r028 } from './r028/indicator.ts';
import { r030 } from './r030/indicator.ts';
import { r035 } from './r035/indicator.ts';
import { r036 } from './r036/indicator.ts';
import { r038 } from './r038/indicator.ts';
import { r048 } from './r048/indicator.ts';
import { r058 } from './r058/indicator.ts';

export const INDICATORS: readonly Indicator[] = [r003, r018, r024, r025, r028, r030, r035, r036, r038, r048, r058];
