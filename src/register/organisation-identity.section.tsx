/** Why all these mentions are one organisation, and which are not. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { DataTable, formatNumber, Outside, type Column, type Site } from '#ui';
import { organisationAddress } from './addresses.ts';
import { da } from './organisation-identity.da.ts';
import { en } from './organisation-identity.en.ts';
import { RELATIONS, type IdentityView, type NameView, type NumberView } from './organisation-identity.view.ts';
import { identifierText } from './organisations.page.tsx';
import { Folded } from './process-parts.tsx';

export const identityTexts = { da, en };

const SHOWN = 8;

interface Props {
  readonly site: Site;
  readonly identity: IdentityView;
}

/** Names, numbers and relations of an organisation, under a heading of the page's own: `identityTexts[lang].heading`. */
export function OrganisationIdentity({ site, identity }: Props): VNode {
  const t = identityTexts[site.lang];
  return (
    <>
      <p>{t.lead}</p>
      {identity.buysForOthers === 0 ? null : <p>{fill(t.buysForOthers, { count: formatNumber(identity.buysForOthers, site.lang) })}</p>}
      <Names site={site} identity={identity} />
      <Numbers site={site} identity={identity} />
      <Related site={site} identity={identity} />
      <ReportError site={site} />
    </>
  );
}

function Names({ site, identity: { names } }: Props): VNode {
  const t = identityTexts[site.lang];
  const columns: readonly Column<NameView>[] = [
    { header: t.name, cell: ({ name }) => <Outside text={name} /> },
    { header: t.count, numeric: true, cell: ({ count }) => formatNumber(count, site.lang) },
    { header: t.why, cell: ({ rule, reason }) => (reason === null ? t[`rule.${rule}`] : fill(t.corrected, { reason: reason[site.lang] })) },
  ];
  return (
    <Folded
      rows={names} shown={SHOWN} label={t.moreNames} site={site}
      draw={(rows) => <DataTable lang={site.lang} caption={t.namesCaption} columns={columns} rows={rows} />}
    />
  );
}

function Numbers({ site, identity: { numbers } }: Props): VNode {
  const t = identityTexts[site.lang];
  if (numbers.length === 0) return <p class="quiet">{t.noNumbers}</p>;
  const columns: readonly Column<NumberView>[] = [
    { header: t.number, cell: (number) => <Outside text={identifierText(number)} /> },
    { header: t.count, numeric: true, cell: ({ count }) => formatNumber(count, site.lang) },
    { header: t.check, cell: ({ check, scheme }) => (check === 'right' && scheme !== null ? fill(t.checkRight, { register: registerName(scheme) }) : t[`check.${check}`]) },
  ];
  return (
    <Folded
      rows={numbers} shown={SHOWN} label={t.moreNumbers} site={site}
      draw={(rows) => <DataTable lang={site.lang} caption={t.numbersCaption} columns={columns} rows={rows} />}
    />
  );
}

/** `CVR` of `DK-CVR`; a scheme that names no register stands as it is. */
function registerName(scheme: string): string {
  return scheme === 'DK-CVR' ? 'CVR' : scheme;
}

function Related({ site, identity: { related } }: Props): VNode | null {
  const t = identityTexts[site.lang];
  if (related.length === 0) return null;
  const kinds = RELATIONS.map((relation) => ({ relation, rows: related.filter((row) => row.relation === relation) })).filter(({ rows }) => rows.length > 0);
  return (
    <>
      <h3>{t.related}</h3>
      <p>{t.relatedLead}</p>
      {kinds.map(({ relation, rows }) => (
        <>
          <h4>{t[`relation.${relation}`]}</h4>
          <ul class="plain-list">{rows.map(({ key, name }) => <li><a href={site.href(organisationAddress(key))}><Outside text={name} /></a></li>)}</ul>
        </>
      ))}
    </>
  );
}

function ReportError({ site }: { readonly site: Site }): VNode {
  const t = identityTexts[site.lang];
  const { name, email } = site.publisher;
  return (
    <>
      <h3>{t.error}</h3>
      <p>{fill(t.errorHow, { name })} {email === null ? null : <a href={`mailto:${email}`}>{email}</a>}</p>
    </>
  );
}
