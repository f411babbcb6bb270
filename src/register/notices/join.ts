/**
 * Which notices belong to one contracting process. Pure, and blind to the order in which they came: the same notices give
 * the same processes.
 */
import { byAge, noticeNumber } from '#eforms';

export interface JoinedNotice {
  /** Tells this notice from all others: the release it became. */
  readonly key: string;
  readonly procedureId: string | null;
  /** What others may call it: publication number, id with version, id. */
  readonly names: readonly string[];
  /** Names of notices of the same procedure. */
  readonly joins: readonly string[];
  /** Names of notices in which it was planned. One plan can lead to several procedures. */
  readonly plans: readonly string[];
}

export interface JoinedProcess {
  readonly ocid: string;
  /** Ocids that any of these notices alone, or some of them, would have had. */
  readonly aliases: readonly string[];
  readonly keys: readonly string[];
}

/**
 * The processes of these notices, which must be all that are joined to each other, near and far. A procedure id comes
 * first; without one the earliest publication number that can be reached through references. A plan belongs to the procedure
 * that names it when it is the only one that does.
 */
export function joinNotices(notices: readonly JoinedNotice[], prefix: string): JoinedProcess[] {
  const sets = new Sets();
  for (const notice of notices) {
    const own = `notice ${notice.key}`;
    for (const name of [...notice.names, ...notice.joins]) sets.join(own, `name ${name}`);
    if (notice.procedureId !== null) sets.join(own, `procedure ${notice.procedureId}`);
  }
  const shared = joinPlans(notices, sets);
  const groups = [...Map.groupBy(notices, (notice) => sets.of(`notice ${notice.key}`)).values()];
  const processes = groups.map((group) => ({ group, ...namesOf(group, shared, prefix) }));
  const taken = new Set(processes.map(({ ocid }) => ocid));
  // A plan that several procedures name and that the register does not hold leads to the first of them.
  const given = new Set<string>();
  return processes.toSorted((a, b) => (a.ocid < b.ocid ? -1 : 1)).map(({ group, ocid, aliases }) => {
    const own = aliases.filter((alias) => !taken.has(alias) && !given.has(alias));
    for (const alias of own) given.add(alias);
    return { ocid, aliases: own.toSorted(), keys: group.map(({ key }) => key).toSorted() };
  });
}

/** Joins each plan that one group alone names. @returns the names of plans that several groups name. */
function joinPlans(notices: readonly JoinedNotice[], sets: Sets): ReadonlySet<string> {
  const naming = new Map<string, Set<string>>();
  for (const notice of notices) {
    for (const plan of notice.plans) {
      const groups = naming.get(plan) ?? new Set();
      groups.add(sets.of(`notice ${notice.key}`));
      naming.set(plan, groups);
    }
  }
  const single = [...naming].filter(([, groups]) => groups.size === 1);
  for (const [plan, groups] of single) for (const group of groups) sets.join(group, `name ${plan}`);
  return new Set([...naming].filter(([, groups]) => groups.size > 1).map(([plan]) => plan));
}

function namesOf(group: readonly JoinedNotice[], sharedPlans: ReadonlySet<string>, prefix: string): { ocid: string; aliases: string[] } {
  const procedures = [...new Set(group.flatMap(({ procedureId }) => procedureId ?? []))].toSorted();
  const reachable = new Set(group.flatMap(({ names, joins, plans }) => [...names, ...joins, ...plans.filter((plan) => !sharedPlans.has(plan))]));
  const numbers = [...reachable].filter((name) => noticeNumber(name) === name).toSorted(byAge);
  const others = [...reachable].filter((name) => noticeNumber(name) !== name).toSorted();
  const [first = ''] = [...procedures, ...numbers, ...others];
  const shared = group.flatMap(({ plans }) => plans.filter((plan) => sharedPlans.has(plan)));
  const aliases = new Set([...procedures, ...numbers, ...others, ...shared].map((name) => `${prefix}-${name}`));
  const ocid = `${prefix}-${first}`;
  aliases.delete(ocid);
  return { ocid, aliases: [...aliases] };
}

/** Disjoint sets of texts. */
class Sets {
  readonly #parent = new Map<string, string>();

  of(one: string): string {
    let root = one;
    for (let next = this.#parent.get(root); next !== undefined && next !== root; next = this.#parent.get(root)) root = next;
    this.#parent.set(one, root);
    return root;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.of(one), this.of(other)];
    // The smaller text leads, so that nothing depends on which came first.
    if (a !== b) this.#parent.set(a < b ? b : a, a < b ? a : b);
  }
}
