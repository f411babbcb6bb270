import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import { formatNumber } from './format.ts';
import { Icon } from './icon.tsx';
import { Outside, plainText } from './text.tsx';
import { texts } from './texts.ts';

/** Fields of the address that a form must carry along. */
export type HiddenFields = readonly (readonly [name: string, value: string])[];

export function Hidden({ fields }: { readonly fields: HiddenFields }): VNode {
  return <>{fields.map(([name, value]) => <input type="hidden" name={name} value={value} />)}</>;
}

export interface SearchFieldProps {
  readonly lang: Language;
  /** Address of the list. */
  readonly action: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly hidden?: HiddenFields;
  readonly large?: boolean;
}

/** A search form that asks by GET, so that every result has an address. */
export function SearchField(props: SearchFieldProps): VNode {
  const { lang, action, label, hint, value, hidden = [], large = false } = props;
  return (
    <form class={large ? 'search-form search-large' : 'search-form'} role="search" method="get" action={action}>
      <label for="q">{label}</label>
      {hint === undefined ? null : <p class="hint" id="q-hint">{hint}</p>}
      <div class="search-row">
        <input
          id="q" name="q" type="search" value={value} dir="auto" autocomplete="off" maxlength={300}
          {...(hint === undefined ? {} : { 'aria-describedby': 'q-hint' })}
        />
        <button class="button-main" type="submit"><Icon name="search" /><span>{texts[lang].search}</span></button>
      </div>
      <Hidden fields={hidden} />
    </form>
  );
}

export interface FacetChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly selected: boolean;
}

export interface FacetGroup {
  readonly name: string;
  readonly label: string;
  readonly options: readonly FacetChoice[];
}

export interface FacetsProps {
  readonly lang: Language;
  readonly action: string;
  readonly hidden: HiddenFields;
  readonly groups: readonly FacetGroup[];
  /** Address without any filter, or null when none is chosen. */
  readonly clearHref: string | null;
}

/** More options than this and the rest is folded away. */
const SHOWN = 6;

/** The filters of a list: one form, one fieldset for each group; folded on a phone. */
export function Facets({ lang, action, hidden, groups, clearHref }: FacetsProps): VNode {
  const t = texts[lang];
  const chosen = groups.flatMap((group) => group.options).filter((option) => option.selected).length;
  return (
    <details class="facets">
      <summary><Icon name="tune" />{t.filters}{chosen > 0 ? ` (${chosen})` : ''}</summary>
      <form method="get" action={action}>
        <Hidden fields={hidden} />
        {groups.filter((group) => group.options.length > 0).map((group) => <FacetSet lang={lang} group={group} />)}
        <div class="facets-actions">
          <button class="button-main" type="submit">{t.showResults}</button>
          {clearHref === null ? null : <a href={clearHref}>{t.clearFilters}</a>}
        </div>
      </form>
    </details>
  );
}

function FacetSet({ lang, group }: { readonly lang: Language; readonly group: FacetGroup }): VNode {
  const { options } = group;
  const first = options.filter((option, index) => option.selected || index < SHOWN);
  const rest = options.filter((option) => !first.includes(option));
  return (
    <fieldset>
      <legend>{group.label}</legend>
      {first.map((option) => <FacetBox lang={lang} group={group} option={option} />)}
      {rest.length === 0 ? null : (
        <details class="facets-more">
          <summary>
            {fill(texts[lang].showMore, { count: formatNumber(rest.length, lang) })}
            <span class="sr-only">: {group.label}</span>
          </summary>
          {rest.map((option) => <FacetBox lang={lang} group={group} option={option} />)}
        </details>
      )}
    </fieldset>
  );
}

interface FacetBoxProps {
  readonly lang: Language;
  readonly group: FacetGroup;
  readonly option: FacetChoice;
}

function FacetBox({ lang, group, option }: FacetBoxProps): VNode {
  return (
    <label class="facet-option">
      <input type="checkbox" name={group.name} value={option.value} checked={option.selected} />
      <span class="facet-label"><Outside text={option.label} /></span>
      <span class="facet-count">{formatNumber(option.count, lang)}</span>
    </label>
  );
}

export interface ActiveFilter {
  readonly label: string;
  readonly value: string;
  /** The same list without this filter. */
  readonly removeHref: string;
}

/** The chosen filters, each a link that removes it. */
export function ActiveFilters(props: { readonly lang: Language; readonly filters: readonly ActiveFilter[] }): VNode | null {
  const { lang, filters } = props;
  if (filters.length === 0) return null;
  const t = texts[lang];
  return (
    <div class="active-filters">
      <h2 class="sr-only">{t.activeFilters}</h2>
      <ul>
        {filters.map(({ label, value, removeHref }) => (
          <li>
            <a class="chip" href={removeHref} aria-label={fill(t.removeFilter, { label, value: plainText(value) })}>
              <span>{label}: <Outside text={value} /></span><Icon name="close" />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
