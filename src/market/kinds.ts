/** Every kind of record of the market place, and how it is shown. A new kind is a line in each. */
import { applicationPresentation } from './application/application.page.tsx';
import { application } from './application/application.ts';
import { contractPresentation } from './contract/contract.page.tsx';
import { contract } from './contract/contract.ts';
import { contributionPresentation } from './contribution/contribution.page.tsx';
import { contribution } from './contribution/contribution.ts';
import { kindsOf, type Kinds } from './core/kinds.ts';
import type { Presentation } from './core/present.ts';
import { dialoguePresentation } from './dialogue/dialogue.page.tsx';
import { dialogue } from './dialogue/dialogue.ts';
import { disPresentation } from './dis/dis.page.tsx';
import { dis } from './dis/dis.ts';
import { frameworkPresentation } from './framework/framework.page.tsx';
import { framework } from './framework/framework.ts';
import { letterPresentation } from './letter/letter.page.tsx';
import { letter } from './letter/letter.ts';
import { needPresentation } from './need/need.page.tsx';
import { need } from './need/need.ts';
import { purchasePresentation } from './purchase/purchase.page.tsx';
import { purchase } from './purchase/purchase.ts';

export const KINDS: Kinds = kindsOf([
  need,
  dialogue,
  dis,
  application,
  framework,
  purchase,
  contribution,
  letter,
  contract,
]);

export const PRESENTATIONS: readonly Presentation[] = [
  needPresentation,
  dialoguePresentation,
  disPresentation,
  applicationPresentation,
  frameworkPresentation,
  purchasePresentation,
  contributionPresentation,
  letterPresentation,
  contractPresentation,
];
