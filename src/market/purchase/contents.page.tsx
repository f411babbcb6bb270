/** What everybody may read of a purchase: what is bought, requirements, prices to give, files, questions with answers, what was changed. */
import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import { DataTable, formatBytes, formatDateTime, Outside, OutsideParagraphs, Time, type Site } from '#ui';
import { newest } from './purchase.documents.ts';
import type { PurchaseBody, PurchaseDocument } from './purchase.schema.ts';
import { da } from './purchase.page.da.ts';
import { en } from './purchase.page.en.ts';
import { purchaseTexts } from './purchase.warnings.ts';

const texts = { da, en };

export interface ContentsProps {
  readonly site: Site;
  readonly body: PurchaseBody;
  /** Path of the page, without language or world. */
  readonly path: string;
}

export function About({ site, body }: ContentsProps): VNode {
  const t = texts[site.lang];
  const rows = ([['background', body.background], ['wanted', body.wanted], ['mustNotChange', body.mustNotChange], ['security', body.security], ['dataProtection', body.personalData ? body.dataProtection : undefined], ['undivided', body.undivided]] as const)
    .flatMap(([key, text]) => (text === undefined || text === '' ? [] : [{ key, text }]));
  return (
    <section class="section" aria-labelledby="om">
      <h2 id="om">{t.aboutTitle}</h2>
      <dl class="summary-list">{rows.map(({ key, text }) => <div><dt>{t[key]}</dt><dd><OutsideParagraphs text={text} /></dd></div>)}</dl>
    </section>
  );
}

export function Requirements({ site: { lang }, body: { requirements } }: ContentsProps): VNode | null {
  if (requirements.length === 0) return null;
  const t = texts[lang];
  return (
    <section class="section" aria-labelledby="krav">
      <h2 id="krav">{t.requirementsTitle}</h2>
      <DataTable
        lang={lang} caption={t.requirementsTitle} hideCaption rows={requirements}
        columns={[
          { header: t.number, cell: ({ id }) => id },
          { header: t.kind, cell: ({ kind }) => t[`requirement.${kind}`] },
          { header: t.requirement, cell: ({ text }) => <OutsideParagraphs text={text} /> },
        ]}
      />
    </section>
  );
}

export function PriceSheet({ site: { lang }, body: { sheet } }: ContentsProps): VNode | null {
  if (sheet === undefined) return null;
  const t = texts[lang];
  return (
    <section class="section" aria-labelledby="prisliste">
      <h2 id="prisliste">{t.sheetTitle}</h2>
      <DataTable
        lang={lang} caption={t.sheetTitle} hideCaption rows={sheet.lines}
        columns={[
          { header: t.number, cell: ({ number }) => number },
          { header: t.line, cell: ({ name, option }) => <><Outside text={name} />{option ? ` (${t.option})` : null}</> },
          { header: t.unit, cell: ({ unit }) => <Outside text={unit} /> },
          { header: t.quantity, numeric: true, cell: ({ quantity }) => quantity },
          { header: t.evaluated, cell: ({ evaluated }) => (evaluated ? t.yes : t.no) },
        ]}
      />
    </section>
  );
}

export function Documents({ site, body: { documents }, path }: ContentsProps): VNode {
  const t = texts[site.lang];
  const current = newest(documents);
  return (
    <section class="section" aria-labelledby="filer">
      <h2 id="filer">{t.documentsTitle}</h2>
      {documents.length === 0 ? <p>{t.documentsNone}</p> : (
        <ul>
          {current.map((file) => (
            <li>
              <FileLink site={site} file={file} path={path} />
              {documents.filter(({ name, id }) => name === file.name && id !== file.id).map((older) => <span class="quiet"> · <FileLink site={site} file={older} path={path} /> ({t.earlier})</span>)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FileLink({ site, file: { id, name, version, bytes }, path }: { readonly site: Site; readonly file: PurchaseDocument; readonly path: string }): VNode {
  const t = texts[site.lang];
  return <a href={site.href(`${path}/dokumenter/${id}`)} rel="nofollow"><Outside text={name} />{version === 1 ? null : `, ${fill(t.versionOf, { version })}`}, {formatBytes(bytes, site.lang)}</a>;
}

export function Questions({ site, body: { questions } }: ContentsProps): VNode {
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="spoergsmaal">
      <h2 id="spoergsmaal">{t.questionsTitle}</h2>
      {questions.length === 0 ? <p>{t.questionsNone}</p> : (
        <dl class="summary-list">
          {questions.map(({ question, answer, at }) => (
            <div><dt><OutsideParagraphs text={question} /></dt><dd><OutsideParagraphs text={answer} /><p class="quiet"><Time value={at} text={formatDateTime(at, site.lang)} /></p></dd></div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** A value of the documents as it read, before and after. */
function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return value === null ? '\u2013' : JSON.stringify(value);
  return (value as readonly Readonly<Record<string, unknown>>[]).map(({ id, text, name, version }) => (typeof text === 'string' ? `${String(id)}: ${text}` : `${String(name)} (${String(version)})`)).join('\n');
}

function fieldName(field: string, lang: Language): string {
  return (purchaseTexts[lang] as Readonly<Record<string, string>>)[`field.${field}`] ?? field;
}

export function Versions({ site: { lang }, body: { versions } }: ContentsProps): VNode | null {
  const changes = versions.filter(({ version }) => version > 1);
  if (changes.length === 0) return null;
  const t = texts[lang];
  return (
    <section class="section" aria-labelledby="aendringer">
      <h2 id="aendringer">{t.versionsTitle}</h2>
      {changes.toReversed().map(({ version, at, reason, changed }) => (
        <details>
          <summary>{fill(t.versionTold, { version, when: formatDateTime(at, lang) })}: <Outside text={reason} /></summary>
          <p>{fill(t.changedFields, { fields: changed.map(({ field }) => fieldName(field, lang)).join(', ') })}</p>
          <dl class="summary-list">
            {changed.map(({ field, from, to }) => (
              <div><dt>{fieldName(field, lang)}</dt><dd><p class="quiet">{t.before}</p><OutsideParagraphs text={valueText(from)} /><p class="quiet">{t.after}</p><OutsideParagraphs text={valueText(to)} /></dd></div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}

export function Reasons({ site: { lang }, body: { reasons } }: ContentsProps): VNode | null {
  if (reasons.length === 0) return null;
  return (
    <section class="section" aria-labelledby="begrundelser">
      <h2 id="begrundelser">{texts[lang].reasonsTitle}</h2>
      <dl class="summary-list">{reasons.map(({ code, reason }) => <div><dt>{codeText(code, lang)}</dt><dd><OutsideParagraphs text={reason} /></dd></div>)}</dl>
    </section>
  );
}

/** Most texts of the check are filled with what it found that day; a short name of the point stands for it afterwards. */
function codeText(code: string, lang: Language): string {
  return (purchaseTexts[lang] as Readonly<Record<string, string>>)[`point.${code}`] ?? code;
}
