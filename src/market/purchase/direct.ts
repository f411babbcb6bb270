/** The steps of a direct award under a framework agreement, from need to contract. */
import type { Command } from '../core/command.ts';
import { awardDirect } from './direct.award.ts';
import { startDirect, writeDirect } from './direct.draft.ts';
import { lettersDirect } from './direct.letters.ts';
import { reopenDirect, shortlistDirect } from './direct.shortlist.ts';
import { signDirect } from './direct.sign.ts';

export const DIRECT_COMMANDS: readonly Command[] = [startDirect, writeDirect, shortlistDirect, reopenDirect, awardDirect, lettersDirect, signDirect];
