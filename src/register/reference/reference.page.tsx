import type { VNode } from 'preact';
import { fill } from '#base';
import { Breadcrumbs, DataTable, Page, type Column, type Site } from '#ui';
import { FILE_SUFFIX, LIST_FORMATS } from '../addresses.ts';
import { licenceTerms } from '../licence.ts';
import { Sectioned } from '../sectioned.tsx';
import type { DocumentSchema, Operation, Parameter } from './operations.ts';
import { da } from './reference.da.ts';
import { en } from './reference.en.ts';
import { words } from './words.da.ts';

const texts = { da, en };
const TAGS = ['processes', 'packages', 'lists', 'organisations', 'competition', 'coverage', 'flags', 'data', 'law', 'market'] as const;
const STATUSES = [400, 403, 404, 409, 414, 429, 500, 503] as const;

export interface ReferenceView {
  readonly operations: readonly Operation[];
  /** Fields of an error, as the document describes them. */
  readonly problem: Readonly<Record<string, DocumentSchema>>;
  /** Requests a minute; null: no limit. */
  readonly rate: number | null;
}

interface Props {
  readonly site: Site;
  readonly view: ReferenceView;
}

/** The API for those who will write a program: what the OpenAPI document says, in words. */
export function renderReference(site: Site, view: ReferenceView): VNode {
  const t = texts[site.lang];
  const sections = [
    { id: 'start', heading: t.startHeading, body: <Start site={site} view={view} /> },
    // A server that only watches has neither law nor market place.
    ...TAGS.filter((tag) => view.operations.some((operation) => operation.tag === tag)).map((tag) => ({
      id: tag, heading: t[`tag.${tag}`],
      body: <>{view.operations.filter((operation) => operation.tag === tag).map((operation) => <OperationPart site={site} operation={operation} />)}</>,
    })),
    { id: 'errors', heading: t.errorsHeading, body: <Errors site={site} view={view} /> },
    { id: 'terms', heading: t.termsHeading, body: <div class="prose"><ul>{licenceTerms(site).map((sentence) => <li>{sentence}</li>)}</ul></div> },
  ];
  return (
    <Page
      site={site} title={t.title} description={t.lead}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head"><h1>{t.title}</h1><p class="lead">{t.lead}</p></div>
        <Sectioned contents={t.contents} sections={sections} />
      </div>
    </Page>
  );
}

function Start({ site, view }: Props): VNode {
  const t = texts[site.lang];
  return (
    <ul class="reference-start">
      <li>{fill(t.start1, { base: (site.origin ?? '') + site.dataHref('/api/v1') })}</li>
      <li>{t.start2} <a href={site.dataHref('/openapi.json')}>openapi.json</a></li>
      <li>{t.start3}</li>
      <li>{t.start4}</li>
      <li>{t.start5}</li>
      <li>{view.rate === null ? t.noLimit : fill(t.limit, { rate: view.rate })}</li>
      <li>{fill(t.startFiles, { endings: LIST_FORMATS.map((format) => FILE_SUFFIX[format]).join(', ') })}</li>
      <li>{t.start6} <a href={site.href('/catalog')}>{t.filesLink}</a></li>
    </ul>
  );
}

function OperationPart({ site, operation }: { readonly site: Site; readonly operation: Operation }): VNode {
  const t = texts[site.lang];
  const { method, path, parameters, fields, answer, example, sent, sentExample, danish } = operation;
  const columns: readonly Column<Parameter>[] = [
    { header: t.name, cell: ({ name }) => <code>{name}</code> },
    { header: t.meaning, cell: (parameter) => ownWords(site, danish[parameter.name]) ?? wordsFor(site, parameter.meaning, `${path} ${parameter.name}`, parameter.name) },
    { header: t.values, cell: (parameter) => valuesText(site, parameter) },
  ];
  return (
    <article class="reference-operation">
      <h3>{ownWords(site, danish['summary']) ?? wordsFor(site, operation.summary, path)}</h3>
      <p><code>{method} {path}</code></p>
      {parameters.length === 0 ? <p>{t.none}</p> : <DataTable lang={site.lang} caption={t.parameters} columns={columns} rows={parameters} />}
      {sent.length === 0 ? null : <p>{t.sent} {sent.map((field, index) => <>{index === 0 ? '' : ', '}<code>{field}</code></>)}. {t.sentMore}</p>}
      {fields.length === 0 ? null : <p>{t.fields} {fields.map((field, index) => <>{index === 0 ? '' : ', '}<code>{field}</code></>)}.</p>}
      {answer === null ? null : <p>{t.answer}: {wordsFor(site, answer, `answer ${path}`)}</p>}
      {sentExample === null ? null : <pre class="reference-sent" tabindex={0}><code>{`curl -H 'content-type: application/json' -d '${sentExample}' ${(site.origin ?? '') + site.dataHref(path)}`}</code></pre>}
      <p>{sentExample !== null ? null : example === null ? t.noExample : <>{t.example}: <a href={site.dataHref(example)}><code>{site.dataHref(example)}</code></a></>}</p>
    </article>
  );
}

function ownWords(site: Site, danish: string | undefined): string | null {
  return site.lang === 'da' ? danish ?? null : null;
}

/** The English words are the document's own. */
function wordsFor(site: Site, english: string, ...keys: readonly string[]): string {
  const danish = keys.map((key) => words[key]).find((text) => text !== undefined);
  return site.lang === 'da' && danish !== undefined ? danish : english;
}

function valuesText(site: Site, { values, range, isList, isRequired }: Parameter): string {
  const t = texts[site.lang];
  const kind = values.length > 0 ? values.join(', ') : range === null ? t.anything : fill(t.range, { from: range.from, to: range.to, fallback: range.fallback });
  return [kind, ...(isRequired ? [t.required] : []), ...(isList ? [t.several] : [])].join('; ');
}

function Errors({ site, view }: Props): VNode {
  const t = texts[site.lang];
  const fields: readonly Column<[string, DocumentSchema]>[] = [
    { header: t.name, cell: ([name]) => <code>{name}</code> },
    { header: t.meaning, cell: ([name, schema]) => wordsFor(site, schema.description ?? '', `problem ${name}`) },
  ];
  const statuses: readonly Column<(typeof STATUSES)[number]>[] = [
    { header: t.status, cell: (status) => <code>{status}</code> },
    { header: t.meaning, cell: (status) => t[`status.${status}`] },
  ];
  return (
    <>
      <DataTable lang={site.lang} caption={t.errors} columns={fields} rows={Object.entries(view.problem)} />
      <DataTable lang={site.lang} caption={t.statuses} columns={statuses} rows={STATUSES} />
    </>
  );
}
