/** The form of a command, made of the schema of its input: what the form asks is what the API takes. */
import type { TObject, TSchema } from 'typebox';
import type { VNode } from 'preact';
import { Field, FieldGroup, Outside, type FieldKind, type Option } from '#ui';
import type { ShownPairs } from './form-pairs.ts';
import type { FormAbout, KindTexts, Presentation } from './present.ts';
import { say, saidOf } from './present.ts';

export interface FormProps {
  readonly presentation: Presentation;
  readonly about: FormAbout;
  readonly command: string;
  readonly schema: TObject;
  readonly pairs: ShownPairs;
  /** By the name of the field. */
  readonly errors: ReadonlyMap<string, string>;
}

/** Name of the button that asks for another row of a list; its value is the list's name. */
export const MORE = '_more';

type FormSchema = TSchema & {
  readonly form?: string;
  readonly maxLength?: number;
  readonly enum?: readonly string[];
  readonly items?: FormSchema;
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly required?: readonly string[];
  readonly minItems?: number;
  readonly maxItems?: number;
};

export function Fields({ schema, ...props }: FormProps): VNode {
  return <>{fieldsIn(props, schema, '')}</>;
}

type Shown = Omit<FormProps, 'schema'>;

function fieldsIn(props: Shown, schema: FormSchema, prefix: string): readonly VNode[] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const optional = !(schema.required ?? []).includes(name);
    if (field.form === 'hidden') return <input type="hidden" name={path} value={props.pairs.get(path) ?? ''} />;
    if (field.form === 'list') return <Rows {...props} name={name} path={path} schema={field} />;
    if (field.properties !== undefined) return <FieldGroup legend={label(props, name)} help={help(props, name)}>{fieldsIn(props, field, path)}</FieldGroup>;
    return <One {...props} name={name} path={path} schema={field} optional={optional} />;
  });
}

interface OneProps extends Shown {
  readonly name: string;
  readonly path: string;
  readonly schema: FormSchema;
}

function One({ optional, ...props }: OneProps & { readonly optional: boolean }): VNode {
  const { about: { site }, name, path, pairs, errors, schema } = props;
  return (
    <Field
      lang={site.lang} name={path} label={label(props, name)} help={help(props, name)} kind={kindOf(props, schema, name)} value={pairs.get(path) ?? ''}
      error={errors.get(path) ?? null} optional={optional && schema.form !== 'truth'}
    />
  );
}

function Rows(props: OneProps): VNode | null {
  const { about, presentation: { texts, rowNames }, command, name, path, schema, pairs, errors } = props;
  const { site } = about;
  const most = schema.maxItems ?? 50;
  const known = rowNames(command, path, about);
  const count = known?.length ?? Math.min(most, rowsIn(pairs, path, schema.minItems ?? 0));
  if (count === 0) return null;
  const one = say(texts, site.lang, `one.${name}`);
  const item: FormSchema = schema.items ?? {};
  const error = errors.get(path);
  return (
    <FieldGroup legend={label(props, name)} help={[help(props, name), known === null ? say(texts, site.lang, 'optionalRow') : null].filter((part) => part !== null).join(' ')}>
      {error === undefined ? null : <p class="field-error" id={`f-${path}-fejl`}>{error}</p>}
      {Array.from({ length: count }, (_, at) => (
        <fieldset class="field-row">
          <legend>{known === null ? say(texts, site.lang, 'rowName', { one, at: at + 1 }) : <Outside text={known[at] ?? ''} />}</legend>
          {item.properties === undefined
            ? <One {...props} path={`${path}[${at}]`} name={`${name}.item`} schema={item} optional />
            : fieldsIn(props, item, `${path}[${at}]`)}
        </fieldset>
      ))}
      {known === null && count < most ? <p><button class="button-quiet" type="submit" name={MORE} value={path} formnovalidate>{say(texts, site.lang, 'addRow', { one })}</button></p> : null}
    </FieldGroup>
  );
}

/** As many rows as there are, as many as are needed, or one to begin with. */
function rowsIn(pairs: ShownPairs, path: string, least: number): number {
  const rows = [...pairs.keys()].flatMap((key) => (key.startsWith(`${path}[`) ? [Number.parseInt(key.slice(path.length + 1), 10) + 1] : []));
  return Math.max(least, 1, ...rows);
}

function label({ about: { site }, presentation: { texts }, command }: Shown, name: string): string {
  return said(texts, site.lang, command, 'field', name) ?? say(texts, site.lang, `field.${name}`);
}

function help({ about: { site }, presentation: { texts }, command }: Shown, name: string): string | null {
  return said(texts, site.lang, command, 'help', name);
}

/** A text for this command alone (`field.dis.publish.reason`) goes before that of the field. */
function said(texts: KindTexts, lang: FormAbout['site']['lang'], command: string, what: string, name: string): string | null {
  return saidOf(texts, lang, `${what}.${command}.${name}`) ?? saidOf(texts, lang, `${what}.${name}`);
}

function kindOf(props: Shown, schema: FormSchema, name: string): FieldKind {
  const { about, presentation: { options, texts }, command } = props;
  const chosen = options(command, name, about);
  if (chosen !== null) return { is: 'choice', options: chosen };
  const lang = about.site.lang;
  switch (schema.form) {
    case 'text': return { is: 'text', most: schema.maxLength ?? 10_000, rows: 5 };
    case 'money': return { is: 'line', most: 20, mode: 'decimal', unit: 'kr.' };
    case 'decimal': return { is: 'line', most: 20, mode: 'decimal' };
    case 'count': return { is: 'line', most: 9, mode: 'numeric' };
    case 'cpv': return { is: 'line', most: 8, mode: 'numeric' };
    case 'day': return { is: 'day' };
    case 'instant': return { is: 'moment' };
    case 'truth': return { is: 'truth' };
    case 'choice': return { is: 'choice', options: (schema.enum ?? []).map((value): Option => ({ value, label: say(texts, lang, `choice.${name}.${value}`) })) };
    default: return { is: 'line', most: schema.maxLength ?? 300 };
  }
}
