/** Every kind of record of the market place, and how it is shown. A new kind is a line in each. */
import { contributionPresentation } from './contribution/contribution.page.tsx';
import { contribution } from './contribution/contribution.ts';
import { kindsOf, type Kinds } from './core/kinds.ts';
import type { Presentation } from './core/present.ts';
import { needPresentation } from './need/need.page.tsx';
import { need } from './need/need.ts';
import { purchase } from './purchase/purchase.ts';

export const KINDS: Kinds = kindsOf([
  need,
  purchase,
  contribution,
]);

export const PRESENTATIONS: readonly Presentation[] = [
  needPresentation,
  contributionPresentation,
];
