import type { VNode } from 'preact';
import type { Language } from '#base';
import { Hidden, type HiddenFields } from './search.tsx';
import { plainText } from './text.tsx';
import { texts } from './texts.ts';

export interface SelectField {
  /** Name in the address; also the id, so unique on the page. */
  readonly name: string;
  readonly label: string;
  /** What choosing nothing means: "Alle kilder". */
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string | null;
}

export interface SelectsProps {
  readonly lang: Language;
  /** Where the answer stands, with the place in the page. */
  readonly action: string;
  readonly fields: readonly SelectField[];
  /** Choices to carry along. */
  readonly hidden?: HiddenFields;
  /** Address without any choice, or null when none is made. */
  readonly clearHref: string | null;
}

/** A row of choices, one from each; asks by GET, so that every answer has an address. */
export function Selects({ lang, action, fields, hidden = [], clearHref }: SelectsProps): VNode {
  const t = texts[lang];
  return (
    <form class="selects" method="get" action={action}>
      {fields.map(({ name, label, all, options, chosen }) => (
        <div class="select-field">
          <label for={name}>{label}</label>
          <select id={name} name={name}>
            <option value="" selected={chosen === null}>{all}</option>
            {options.map((option) => <option value={option.value} selected={option.value === chosen}>{plainText(option.label)}</option>)}
          </select>
        </div>
      ))}
      <Hidden fields={hidden} />
      <div class="selects-actions">
        <button class="button-main" type="submit">{t.showResults}</button>
        {clearHref === null ? null : <a href={clearHref}>{t.clearFilters}</a>}
      </div>
    </form>
  );
}
