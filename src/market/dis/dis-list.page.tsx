/** All open systems, and for a supplier its applications in them. */
import type { VNode } from 'preact';
import type { OrganisationName } from '#people';
import { Breadcrumbs, DataTable, formatDate, Outside, Page, Time, type Site } from '#ui';
import { say } from '../core/present.ts';
import { told, disTexts } from './dis-public.section.tsx';
import type { Dis } from './dis.schema.ts';

export interface DisListProps {
  readonly site: Site;
  readonly systems: readonly Dis[];
  readonly organisations: ReadonlyMap<string, OrganisationName>;
}

export function renderDisList(props: DisListProps): VNode {
  const { site } = props;
  const { lang } = site;
  return (
    <Page
      site={site} title={told(lang, 'listTitle')} description={told(lang, 'listLead')}
      before={<Breadcrumbs lang={lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: say(disTexts, lang, 'torv'), href: site.href('/torv') }, { label: told(lang, 'listTitle'), href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head"><h1>{told(lang, 'listTitle')}</h1><p class="lead">{told(lang, 'listLead')}</p></div>
        <Systems {...props} />
      </div>
    </Page>
  );
}

/** The open systems as a table; cards on a narrow screen. */
export function Systems({ site, systems, organisations }: DisListProps): VNode {
  const { lang } = site;
  if (systems.length === 0) return <p>{told(lang, 'listNone')}</p>;
  return (
    <DataTable
      lang={lang} caption={told(lang, 'listTitle')} hideCaption rows={systems}
      columns={[
        { header: told(lang, 'listColumn'), cell: ({ id, body }) => <a href={site.href(`/torv/dis/${id}`)}><Outside text={body.title} /></a> },
        { header: told(lang, 'listOwner'), cell: ({ owner }) => <Outside text={organisations.get(owner)?.name ?? ''} /> },
        { header: told(lang, 'listCategories'), cell: ({ body }) => <ul class="plain-list">{body.categories.map(({ id, categoryTitle }) => <li>{id}. <Outside text={categoryTitle} /></li>)}</ul> },
        { header: told(lang, 'listUntil'), cell: ({ body: { endsOn } }) => (endsOn === undefined ? '\u2013' : <Time value={endsOn} text={formatDate(endsOn, lang)} />) },
      ]}
    />
  );
}
