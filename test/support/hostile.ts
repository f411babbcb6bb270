/** Texts that want to be more than text, and inputs of every command made of them by its own schema. */
import { KINDS, type MarketRecord } from '#market';
import { may, type Action, type Actor } from '#people';
import { ownSubject, recordSubject } from './fence-world.ts';

/** What must not come out of any page as it went in. */
export const ALIVE = ['<script>fjendtlig', '<img src=x', '<svg onload', '<!--fjendtlig', '</title><fjendtlig', '</textarea><fjendtlig', '<a href=javascript', '\0'];

export const HOSTILE: Readonly<Record<string, string>> = {
  script: '<script>fjendtlig()</script>', image: 'x<img src=x onerror=fjendtlig()>', quotes: `"><svg onload=fjendtlig()> '><svg onload=fjendtlig()>`, closing: '</title><fjendtlig></textarea><fjendtlig></script><!--fjendtlig',
  link: '<a href=javascript:fjendtlig()>x</a> javascript:fjendtlig()', template: '{{7*7}} ${7*7} #{7*7} <%= 7*7 %>', sql: "'; drop table market_record; --", formula: '=HYPERLINK("http://fjende.example";"x")', plus: '+1+cmd|\' /C calc\'!A0', minus: '-2+3', at: '@SUM(1+1)',
  override: 'fil\u202Efdp.exe \u2066x\u2069 \u200F\u200B', control: 'a\u0007b\u001b[31mc\u0085d\u2028e\ufeff', nul: 'a\0b', half: 'a\ud800b\udfff', emoji: '👩‍👩‍👧 🇩🇰 e\u0301\u0302\u0303', path: '../../etc/passwd\\..\\x', lines: 'a\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\n\r\nHTTP/1.1 200 OK', entity: '&lt;script&gt; &#60;b&#62; ]]> <![CDATA[x]]>',
  long: 'å'.repeat(9000), huge: 'x'.repeat(1024 * 1024),
};

interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maxLength?: number;
  readonly items?: Shape;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
}

/** What a text of some form may be; of a pattern that is not here, the text itself is tried. */
const FORMED: Readonly<Record<string, string>> = { uuid: '00000000-0000-7000-8000-000000000000', date: '2027-06-01', decimal: '1000', 'local-minute': '2027-06-01T12:00' };
const PATTERNED: readonly string[] = ['48000000', 'A', '1', 'a-code', 'a'.repeat(64)];

/** A value of the schema with the text wherever text is free, or with it in every text at all. */
export function valueOf(shape: Shape, text: string, ids: readonly string[], everywhere: boolean): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.anyOf !== undefined) return valueOf(shape.anyOf[0] ?? {}, text, ids, everywhere);
  if (shape.enum !== undefined) return everywhere ? text : shape.enum[0];
  switch (shape.type) {
    case 'object': return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, valueOf(inner, text, ids, everywhere)]));
    case 'array': return shape.items === undefined ? [] : [valueOf(shape.items, text, ids, everywhere)];
    case 'integer': case 'number': return shape.minimum ?? 1;
    case 'boolean': return false;
    default: return everywhere ? text : shape.format === 'uuid' ? ids[0] ?? FORMED['uuid'] : FORMED[shape.format ?? ''] ?? (shape.pattern === undefined ? text : PATTERNED.find((one) => new RegExp(shape.pattern ?? '', 'u').test(one)) ?? text);
  }
}

/** As a page sends it: `lines[0].price`; what is no is not sent. */
export function pairsOf(value: unknown, place = ''): readonly (readonly [string, string])[] {
  if (value === null || value === undefined || value === false) return [];
  if (value === true) return [[place, 'yes']];
  if (typeof value === 'string' || typeof value === 'number') return [[place, String(value)]];
  if (Array.isArray(value)) return value.flatMap((item: unknown, at) => pairsOf(item, `${place}[${at}]`));
  return Object.entries(value).flatMap(([name, item]) => pairsOf(item, place === '' ? name : `${place}.${name}`));
}

export interface Target {
  readonly command: string;
  /** Demo person who gives it. */
  readonly person: string;
  /** Path of its form, without the world. */
  readonly form: string;
  readonly record: string | null;
  readonly starts: boolean;
  readonly input: Shape;
}

function begun(kind: string, { organisation }: Actor): ReturnType<typeof ownSubject> {
  return { ...ownSubject(kind, organisation), state: 'new' };
}

/** For every command that people give: somebody who may give it, to a record that it can be given to as far as the world has one. */
export function targetsOf(records: readonly MarketRecord[], people: ReadonlyMap<string, Actor>): readonly Target[] {
  return KINDS.all.flatMap((kind) => kind.commands.filter(({ byTime }) => !byTime).map((command): Target => {
    const { name } = command;
    const action = name as Action;
    const below = command.starts ? command.below : null;
    const about = command.starts ? records.filter((one) => below?.includes(one.kind) === true) : records.filter((one) => one.kind === kind.kind);
    const fit = command.starts ? about : [...about.filter((one) => command.from.includes(one.state) && command.applies(one)), ...about];
    const mayAll = fit.flatMap((record) => [...people].filter(([, actor]) => may(actor, action, command.starts && command.rightTo === 'itself'
      ? begun(kind.kind, actor) : recordSubject(record, name)).allowed).map(([person]) => [record, person] as const));
    const anyone = [...people].find(([, actor]) => may(actor, action, begun(kind.kind, actor)).allowed)?.[0];
    const owner = fit[0] === undefined ? undefined : [...people].find(([, { organisation, roles }]) => organisation === fit[0]?.owner && roles.some((role) => role === 'buyer' || role === 'bidder'))?.[0];
    const [record, person] = mayAll[0] ?? [fit[0], anyone ?? owner];
    const [only] = people.keys();
    const form = command.starts ? (below === null ? `/torv/${kind.path}/ny/${name}` : `/torv/under/${record?.id ?? ''}/${name}`) : `/torv/${kind.path}/${record?.id ?? ''}/${name}`;
    return { command: name, person: person ?? only ?? '', form, record: below === null && command.starts ? null : record?.id ?? FORMED['uuid'] ?? null, starts: command.starts, input: command.input };
  }));
}
