/** What the two lists share: the texts, facets with names, the note about spelling, the count. */
import type { ComponentChildren, VNode } from 'preact';
import { fill, type Language } from '#base';
import { formatNumber, Outside, type FacetGroup, type HiddenFields, type Site } from '#ui';
import { codeName, countryName } from './codes.ts';
import { fieldLabel } from './cpv/names.ts';
import { da } from './list.da.ts';
import { en } from './list.en.ts';
import { UNKNOWN, type FacetView, type ProcessFacet } from './list.view.ts';
import type { OrganisationFacet } from './organisation.view.ts';

export const listTexts = { da, en };

type AnyFacet = ProcessFacet | OrganisationFacet;

/** What an option of a facet is called on screen. */
export function optionName(facet: AnyFacet, value: string, lang: Language): string {
  if (facet === 'country') return countryName(value, lang);
  if (facet === 'division' && value !== UNKNOWN) return fieldLabel(value, lang);
  // Years and currencies are their own names; only "not stated" needs one.
  if (facet === 'year' || facet === 'currency' || facet === 'division') return value === UNKNOWN ? codeName('stage', value, lang) : value;
  return codeName(facet, value, lang);
}

/** The facets of a list with names, chosen options among them even when they now match nothing. */
export function facetGroups<Name extends AnyFacet>(
  site: Site, facets: readonly FacetView<Name>[], chosen: Readonly<Partial<Record<Name, readonly string[]>>>,
): readonly FacetGroup[] {
  // A filter whose only choice is "not stated" divides nothing.
  const dividing = facets.filter(({ name, options }) => options.some(({ value }) => value !== UNKNOWN) || (chosen[name] ?? []).length > 0);
  return dividing.map(({ name, options }) => {
    const selected: readonly string[] = chosen[name] ?? [];
    const missing = selected.filter((value) => !options.some((option) => option.value === value));
    return {
      name,
      label: listTexts[site.lang][name],
      options: [...options, ...missing.map((value) => ({ value, count: 0 }))].map(({ value, count }) => ({
        value, count, label: optionName(name, value, site.lang), selected: selected.includes(value),
      })),
    };
  });
}

/** Fields to carry along in a form; those without a value are left out. */
export function hiddenFields(fields: Readonly<Record<string, string | null>>): HiddenFields {
  return Object.entries(fields).flatMap(([name, value]): HiddenFields => (value === null || value === '' ? [] : [[name, value]]));
}

/** The chosen filters as hidden fields, so that a new search text keeps them. */
export function filterFields(filters: Readonly<Record<string, readonly string[] | undefined>>): HiddenFields {
  return Object.entries(filters).flatMap(([name, values]) => (values ?? []).map((value): HiddenFields[number] => [name, value]));
}

export interface SpellingProps {
  readonly site: Site;
  readonly q: string;
  readonly other: string | null;
  readonly corrected: boolean;
  readonly href: string;
}

/** "Did you mean", or what was shown instead. */
export function Spelling({ site, q, other, corrected, href }: SpellingProps): VNode | null {
  if (other === null) return null;
  const t = listTexts[site.lang];
  if (corrected) return <p role="status"><Outside text={fill(t.corrected, { q, other })} /></p>;
  return <p role="status">{t.didYouMean} <a href={href}><Outside text={other} /></a>?</p>;
}

export interface CountProps {
  readonly site: Site;
  readonly total: number;
  readonly one: string;
  readonly many: string;
  readonly children?: ComponentChildren;
}

export function ListCount({ site, total, one, many, children }: CountProps): VNode {
  return (
    <div class="list-bar">
      <div role="status"><h2 class="list-count"><strong>{formatNumber(total, site.lang)}</strong> {total === 1 ? one : many}</h2></div>
      {children}
    </div>
  );
}
