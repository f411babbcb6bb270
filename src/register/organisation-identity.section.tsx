/** Who the organisation is, as notices write it: names, numbers, places, roles. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { formatNumber, Outside, SummaryList, type Site } from '#ui';
import { codeName } from './codes.ts';
import { da } from './organisation.da.ts';
import { en } from './organisation.en.ts';
import type { OrganisationView } from './organisation.view.ts';
import { identifierText, placeText } from './organisations.page.tsx';

const texts = { da, en };

export function OrganisationIdentity({ site, view }: { readonly site: Site; readonly view: OrganisationView }): VNode {
  const t = texts[site.lang];
  const { summary, identifiers, otherNames, roles } = view;
  return (
    <>
      <SummaryList
        rows={[
          { label: t.identifiers, value: list(identifiers.map(identifierText)) },
          { label: t.place, value: <Outside text={placeText(site, summary)} /> },
          {
            label: t.roles,
            value: list(roles.map(({ role, count }) => fill(t.roleCount, {
              role: codeName('role', role, site.lang), count: formatNumber(count, site.lang),
            }))),
          },
          { label: t.names, value: list(otherNames) },
        ]}
      />
      <p class="quiet">{t.asWritten}</p>
    </>
  );
}

function list(values: readonly string[]): VNode | null {
  return values.length === 0 ? null : <ul class="plain-list">{values.map((value) => <li><Outside text={value} /></li>)}</ul>;
}
