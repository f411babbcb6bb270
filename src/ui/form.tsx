/** Fields of forms that post. Each stands with its label, help and error, tied together for a screen reader. */
import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '#base';
import { texts } from './texts.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export type FieldKind =
  | { readonly is: 'line'; readonly most: number; readonly mode?: 'text' | 'decimal' | 'numeric' | 'email'; readonly unit?: string }
  | { readonly is: 'text'; readonly most: number; readonly rows: number }
  | { readonly is: 'day' }
  | { readonly is: 'moment' }
  | { readonly is: 'choice'; readonly options: readonly Option[]; /** What choosing nothing is called; left out: something must be chosen. */ readonly none?: string }
  | { readonly is: 'truth' }
  | { readonly is: 'file' };

export interface FieldProps {
  readonly lang: Language;
  /** Name in the form; the id is made of it. */
  readonly name: string;
  readonly label: string;
  readonly help?: string | null;
  readonly kind: FieldKind;
  /** As it was typed, or as it is kept. */
  readonly value: string;
  readonly error?: string | null;
  readonly optional?: boolean;
}

/** `lines[0].price` has the id `f-lines-0-price`: brackets and dots mean something to style sheets and links. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\w]+/g, '-').replace(/-$/, '')}`;
}

export function Field(props: FieldProps): VNode {
  const { lang, name, label, kind, help = null, error = null, optional = false } = props;
  const id = fieldId(name);
  const said = [help === null ? null : `${id}-hjaelp`, error === null ? null : `${id}-fejl`].filter((part) => part !== null).join(' ');
  const common = { id, name, 'aria-describedby': said || undefined, 'aria-invalid': error === null ? undefined : 'true' as const };
  const hints = (
    <>
      {help === null ? null : <p class="field-help" id={`${id}-hjaelp`}>{help}</p>}
      {error === null ? null : <p class="field-error" id={`${id}-fejl`}><span class="sr-only">{texts[lang].fieldError} </span>{error}</p>}
    </>
  );
  if (kind.is === 'truth') {
    return (
      <div class={`field field-truth${error === null ? '' : ' field-wrong'}`}>
        <label class="field-option"><input {...common} type="checkbox" value="yes" checked={props.value === 'yes' || props.value === 'true'} /><span>{label}</span></label>
        {hints}
      </div>
    );
  }
  return (
    <div class={`field${error === null ? '' : ' field-wrong'}`}>
      <label class="field-label" for={id}>{label}{optional ? <span class="field-optional"> {texts[lang].optional}</span> : null}</label>
      {hints}
      <Control kind={kind} value={props.value} common={common} optional={optional} />
    </div>
  );
}

interface ControlProps {
  readonly kind: FieldKind;
  readonly value: string;
  readonly common: { readonly id: string; readonly name: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': 'true' | undefined };
  readonly optional: boolean;
}

function Control({ kind, value, common, optional }: ControlProps): VNode {
  switch (kind.is) {
    case 'text': return <textarea {...common} class="field-input" rows={kind.rows} maxlength={kind.most}>{value}</textarea>;
    case 'day': return <input {...common} class="field-input field-short" type="date" value={value} />;
    case 'moment': return <input {...common} class="field-input field-short" type="datetime-local" value={value} />;
    case 'file': return <input {...common} class="field-input" type="file" />;
    case 'choice': return (
      <select {...common} class="field-input">
        {optional || kind.none !== undefined || value === '' ? <option value="" selected={value === ''}>{kind.none ?? '\u2013'}</option> : null}
        {kind.options.map((option) => <option value={option.value} selected={option.value === value}>{option.label}</option>)}
      </select>
    );
    case 'truth': return <input {...common} type="checkbox" value="yes" checked={value === 'yes'} />;
    case 'line': {
      const short = kind.mode === 'decimal' || kind.mode === 'numeric';
      return (
        <span class="field-measure">
          <input {...common} class={`field-input${short ? ' field-short' : ''}`} type="text" inputmode={kind.mode ?? 'text'} maxlength={kind.most} value={value} autocomplete="off" />
          {kind.unit === undefined ? null : <span class="quiet">{kind.unit}</span>}
        </span>
      );
    }
  }
}

/** Fields that belong together, under a heading of their own. */
export function FieldGroup({ legend, help = null, children }: { readonly legend: string; readonly help?: string | null; readonly children: ComponentChildren }): VNode {
  return (
    <fieldset class="field-group">
      <legend>{legend}</legend>
      {help === null ? null : <p class="field-help">{help}</p>}
      {children}
    </fieldset>
  );
}
