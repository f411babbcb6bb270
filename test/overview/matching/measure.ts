/** Precision and recall of the matching, for each thing and in all. */
import { reasonsOf, type Matched } from '#register';
import type { Label, System } from './set.ts';

export interface Measured {
  readonly name: string;
  readonly set: System['set'];
  readonly found: number;
  readonly wrong: number;
  readonly missed: number;
  readonly refused: number;
  /** Notices found without a label: nobody knows whether they are right. */
  readonly unread: readonly string[];
}

/** Over every notice, not over the labelled ones alone. */
export function measure({ name, set, rules }: System, labels: readonly Label[], notices: ReadonlyMap<string, Matched>): Measured {
  const own = new Map(labels.filter(({ system }) => system === name).map(({ notice, is }) => [notice, is]));
  const hits = new Set([...notices].filter(([, notice]) => reasonsOf(rules, notice).length > 0).map(([id]) => id));
  const count = (is: 'yes' | 'no', isHit: boolean): number => [...own].filter(([id, label]) => label === is && hits.has(id) === isHit).length;
  return { name, set, found: count('yes', true), wrong: count('no', true), missed: count('yes', false), refused: count('no', false), unread: [...hits].filter((id) => !own.has(id)).map((id) => `${name}: ${id}`) };
}

export function sumOf(measured: readonly Measured[]): { readonly precision: number; readonly recall: number; readonly found: number; readonly wrong: number; readonly missed: number; readonly refused: number } {
  const sum = (of: 'found' | 'wrong' | 'missed' | 'refused'): number => measured.reduce((total, one) => total + one[of], 0);
  const [found, wrong, missed, refused] = [sum('found'), sum('wrong'), sum('missed'), sum('refused')];
  return { found, wrong, missed, refused, precision: found / (found + wrong), recall: found / (found + missed) };
}

/** As docs/matching.md has them. */
export function rows(measured: readonly Measured[]): readonly string[] {
  const line = (name: string, set: string, of: readonly Measured[]): string => {
    const { found, wrong, missed, refused, precision, recall } = sumOf(of);
    return `| ${name} | ${set} | ${found} | ${wrong} | ${missed} | ${refused} | ${ratio(precision)} | ${ratio(recall)} |`;
  };
  return [
    ...measured.map((one) => line(one.name, one.set, [one])),
    ...(['made', 'held'] as const).map((set) => line('**sum**', set, measured.filter((one) => one.set === set))),
    line('**sum**', 'all', measured),
  ];
}

function ratio(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(2);
}
