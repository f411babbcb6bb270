import { isObject } from '#base';
import { isDeeperThan, MAX_DEPTH } from '../depth.ts';
import { Release as ReleaseWithExtensions } from '../extensions/release.ts';
import { RecordPackage, recordOf, recordPackageOf, ReleasePackage, releasePackageOf } from '../schema/packages.ts';
import { Release } from '../schema/release.ts';
import { compile, type Check } from './compile.ts';
import { faultList, pointer, type Fault } from './fault.ts';
import { finding, type Finding } from './messages.ts';

export type Kind = 'release' | 'release package' | 'record package';

export interface Validation {
  /** What the value was read as. */
  readonly kind: Kind;
  /** The verdict of the official schema of OCDS 1.1.5, where formats are annotations. */
  readonly valid: boolean;
  /** What makes it invalid; the first 1,000. */
  readonly errors: readonly Finding[];
  /** What is wrong and yet allowed: formats (dates, web addresses) and the fields of extensions; the first 1,000. */
  readonly warnings: readonly Finding[];
}

const MOST_FINDINGS = 1000;

interface Checks {
  readonly core: Check;
  readonly extended: Check;
}

// Compiling takes some milliseconds, so each kind waits until it is asked for.
const CHECKS: Readonly<Record<Kind, () => Checks>> = {
  release: once(() => checks(Release, ReleaseWithExtensions)),
  'release package': once(() => checks(ReleasePackage, releasePackageOf(ReleaseWithExtensions))),
  'record package': once(() => checks(RecordPackage, recordPackageOf(recordOf(ReleaseWithExtensions)))),
};

/**
 * Validates a release, a release package or a record package by OCDS 1.1.5; which of them it is follows from its shape.
 * Unknown fields are allowed. A value nested more than 500 levels deep is refused.
 * @see https://standard.open-contracting.org/1.1/en/schema/
 */
export function validate(value: unknown): Validation {
  return validateAs(kindOf(value), value);
}

/** Validates one release. For a quick look at many, see `isValidRelease`. */
export function validateRelease(value: unknown): Validation {
  return validateAs('release', value);
}

/** What makes one release invalid, in words, and nothing of what is wrong and yet allowed: half the work of `validateRelease`. */
export function releaseErrors(value: unknown): readonly Finding[] {
  if (isDeeperThan(value, MAX_DEPTH)) return [TOO_DEEP];
  const { core } = CHECKS.release();
  return core(value) ? [] : findings(faultsOf(core, value, false), 'release');
}

/** Only the verdict on one release: stops at the first fault and writes nothing down. */
export function isValidRelease(value: unknown): boolean {
  return !isDeeperThan(value, MAX_DEPTH) && CHECKS.release().core(value);
}

/** Read by its shape: a list of releases makes a release package, records make a record package, all else is a release. */
export function kindOf(value: unknown): Kind {
  if (!isObject(value)) return 'release';
  if (Array.isArray(value['releases'])) return 'release package';
  if (value['records'] !== undefined) return 'record package';
  // A package whose list is broken: it is not a release either, and the faults of a package say more.
  return value['releases'] !== undefined && value['ocid'] === undefined ? 'release package' : 'release';
}

function validateAs(kind: Kind, value: unknown): Validation {
  if (isDeeperThan(value, MAX_DEPTH)) return { kind, valid: false, errors: [TOO_DEEP], warnings: [] };
  const { core, extended } = CHECKS[kind]();
  const valid = core(value);
  const errors = valid ? [] : faultsOf(core, value, false);
  const known = new Set(errors.map(identity));
  const warnings = faultsOf(extended, value, true).filter((fault) => !known.has(identity(fault)));
  return { kind, valid, errors: findings(errors, kind), warnings: findings(warnings, kind) };
}

const TOO_DEEP: Finding = {
  path: '',
  message: `Lists and objects stand inside each other more than ${String(MAX_DEPTH)} levels deep, which no notice needs and which could stop the machine that reads it.`,
  help: 'Check how the file was made; a release is rarely more than 12 levels deep.',
};

function findings(faults: readonly Fault[], kind: Kind): readonly Finding[] {
  return faults.slice(0, MOST_FINDINGS).map((fault) => finding(fault, kind));
}

/** Twice the faults shown, so that the errors among them can be taken out and warnings are still left. */
function faultsOf(check: Check, value: unknown, formats: boolean): readonly Fault[] {
  const list = faultList(2 * MOST_FINDINGS, formats);
  check(value, list);
  return list.faults;
}

function identity(fault: Fault): string {
  return `${fault.rule} ${pointer(fault.path)} ${fault.field ?? ''}`;
}

function checks(core: object, extended: object): Checks {
  return { core: compile(core), extended: compile(extended) };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
