/** Every indicator that is asked of a register, in the order of its code. */
import type { Asked } from './indicator.ts';
import { ownR003 } from './r003/own/indicator.ts';
import { r018 } from './r018/indicator.ts';
import { ownR024 } from './r024/own/indicator.ts';
import { ownR025 } from './r025/own/indicator.ts';
import { ownR028 } from './r028/own/indicator.ts';
import { ownR030 } from './r030/own/indicator.ts';
import { ownR035 } from './r035/own/indicator.ts';
import { ownR036 } from './r036/own/indicator.ts';
import { ownR038 } from './r038/own/indicator.ts';
import { ownR048 } from './r048/own/indicator.ts';
import { ownR058 } from './r058/own/indicator.ts';
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

export const ASKED: readonly Asked[] = [
  ownR003, r018, ownR024, ownR025, ownR028, ownR030, ownR035, ownR036, ownR038, ownR048, ownR058,
  t01, t02, t03, t04, t05, t06, t07, t08, t09, t10, t11, t12, t13, t14, t15,
];
