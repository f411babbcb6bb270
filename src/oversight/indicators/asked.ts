/** Every indicator that is asked of a register, in the order of its code. */
import type { Asked } from './indicator.ts';
import { r018 } from './r018/indicator.ts';
import { t01 } from './t01/indicator.ts';
import { t02 } from './t02/indicator.ts';
import { t03 } from './t03/indicator.ts';
import { t04 } from './t04/indicator.ts';
import { t05 } from './t05/indicator.ts';
import { t06 } from './t06/indicator.ts';
import { t07 } from './t07/indicator.ts';
import { t08 } from './t08/indicator.ts';
import { t09 } from './t09/indicator.ts';
import { t10 } from './t10/indicator.ts';
import { t11 } from './t11/indicator.ts';
import { t12 } from './t12/indicator.ts';
import { t13 } from './t13/indicator.ts';
import { t14 } from './t14/indicator.ts';
import { t15 } from './t15/indicator.ts';

export const ASKED: readonly Asked[] = [r018, t01, t02, t03, t04, t05, t06, t07, t08, t09, t10, t11, t12, t13, t14, t15];
