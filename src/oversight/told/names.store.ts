/** What the processes and organisations of flags are called. */
import type { AnalysisRow } from '#register';
import type { Ask, Flagged } from '../own/run.store.ts';

const AT_ONCE = 1000;

export interface Names {
  /** By ocid. */
  readonly titles: ReadonlyMap<string, string>;
  /** By key. */
  readonly organisations: ReadonlyMap<string, string>;
}

export async function namesOf(ask: Ask, flagged: readonly Flagged[]): Promise<Names> {
  const ocids = [...new Set(flagged.map(({ ocid }) => ocid))];
  const keys = [...new Set(flagged.flatMap(({ buyer, supplier }) => [buyer, supplier]).filter((key) => key !== null))];
  const titles = await gathered(ocids, (list) => ask(`select ocid as id, title as name from process where ocid in (${list})`));
  const organisations = await gathered(keys, (list) => ask(`select organisation as id, min(name) as name from party where organisation in (${list}) group by organisation`));
  return { titles, organisations };
}

async function gathered(ids: readonly string[], read: (list: string) => Promise<readonly AnalysisRow[]>): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    for (const { id, name } of await read(ids.slice(at, at + AT_ONCE).map(quoted).join(', '))) if (typeof id === 'string' && typeof name === 'string') found.set(id, name);
  }
  return found;
}

/** How many processes there are; with an ocid, whether that one is there. */
export async function countProcesses(ask: Ask, ocid: string | null = null): Promise<number> {
  const [row] = await ask(`select count(*) as n from process${ocid === null ? '' : ` where ocid = ${quoted(ocid)}`}`);
  return Number(row?.['n'] ?? 0);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
