/** Every indicator that is asked of a register, in the order of its code. */
import type { Asked } from './indicator.ts';
import { r018 } from './r018/indicator.ts';
import { t01 } from './t01/indicator.ts';
import { t09 } from './t09/indicator.ts';
import { t10 } from './t10/indicator.ts';
import { t11 } from './t11/indicator.ts';
import { t12 } from './t12/indicator.ts';
import { t13 } from './t13/indicator.ts';
import { t14 } from './t14/indicator.ts';
import { t15 } from './t15/indicator.ts';

export const ASKED: readonly Asked[] = [r018, t01, t09, t10, t11, t12, t13, t14, t15];
