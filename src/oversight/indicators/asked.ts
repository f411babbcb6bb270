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

export const ASKED: readonly Asked[] = [ownR003, r018, ownR024, ownR025, ownR028, ownR030, ownR035, ownR036, ownR038, ownR048, ownR058, t01];
