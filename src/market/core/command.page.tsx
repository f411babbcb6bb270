/** The page on which somebody gives a command. */
import type { VNode } from 'preact';
import type { Language } from '#base';
import { Alert, Breadcrumbs, ErrorSummary, fieldId, Outside, Page } from '#ui';
import { findingTold, lawRule } from '../findings.ts';
import type { Command, Warning } from './command.ts';
import type { ShownPairs } from './form-pairs.ts';
import { Fields } from './form.tsx';
import { say, saidOf, type FormAbout, type Presentation } from './present.ts';

export interface CommandPageProps {
  readonly presentation: Presentation;
  readonly about: FormAbout;
  readonly command: Command;
  /** Of the record that it is about; null: it begins one that stands alone. */
  readonly title: string | null;
  /** Where the form goes, and where the way back leads. */
  readonly action: string;
  readonly back: string;
  readonly pairs: ShownPairs;
  readonly errors: ReadonlyMap<string, string>;
  /** Why it could not be done, when that belongs to no field. */
  readonly failure: { readonly message: string; readonly help: string } | null;
  readonly warnings: readonly Warning[];
}

export function renderCommand(props: CommandPageProps): VNode {
  const { presentation, about, command, title, action, back, pairs, errors, failure } = props;
  const { site } = about;
  const t = (key: string): string => say(presentation.texts, site.lang, key);
  const heading = t(`command.${command.name}`);
  const lead = saidOf(presentation.texts, site.lang, `about.${command.name}`);
  return (
    <Page
      site={site} title={title === null ? heading : `${heading}: ${title}`} noindex scripts={['market/unsaved']}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t('torv'), href: site.href('/torv') }, ...(title === null ? [] : [{ label: title, href: back }]), { label: heading, href: null }]} />}
    >
      <div class="wrap torv-form">
        {presentation.lead(about)}
        <ErrorSummary lang={site.lang} errors={[...errors].map(([field, message]) => ({ field: fieldId(field), message: labelled(props, field, message) }))} />
        {failure === null ? null : <Alert tone="error" heading={t('failed')}><p>{failure.message}</p><p>{failure.help}</p></Alert>}
        <div class="page-head">
          {title === null ? null : <p class="torv-kind"><Outside text={title} /></p>}
          <h1>{heading}</h1>
          {lead === null ? null : <p class="lead">{lead}</p>}
        </div>
        <form method="post" action={action} data-unsaved novalidate>
          {about.record === null ? null : <input type="hidden" name="_version" value={String(about.record.version)} />}
          <Warned {...props} />
          <Fields presentation={presentation} about={about} command={command.name} schema={command.input} pairs={pairs} errors={errors} />
          {command.twoPersons ? <p class="hint">{t('twoPersonsHelp')}</p> : null}
          <div class="form-actions">
            <button class="button-main" type="submit">{command.twoPersons ? t('propose') : heading}</button>
            <a href={back}>{t('back')}</a>
          </div>
        </form>
      </div>
    </Page>
  );
}

/** The error of a field with the field's name before it, so that the list at the top can be read alone. */
function labelled({ presentation, about, command }: CommandPageProps, field: string, message: string): string {
  const name = field.split('.').at(-1)?.replace(/\[\d+\]$/, '') ?? field;
  const label = saidOf(presentation.texts, about.site.lang, `field.${command.name}.${name}`) ?? saidOf(presentation.texts, about.site.lang, `field.${name}`);
  return label === null ? message : `${label}: ${message}`;
}

/** The text of a warning is filled with what the check found, as in the check itself. */
function warned(texts: Presentation['texts'], code: string, data: Warning['data'], lang: Language): string {
  const key = `warning.${code}`;
  return findingTold({ da: { [code]: saidOf(texts, 'da', key) ?? key }, en: { [code]: saidOf(texts, 'en', key) ?? key } }, { code, data }, lang);
}

function Warned({ presentation, about: { site }, warnings }: CommandPageProps): VNode | null {
  if (warnings.length === 0) return null;
  return (
    <Alert tone="warning" heading={say(presentation.texts, site.lang, 'warningsTitle')}>
      <p>{say(presentation.texts, site.lang, 'warningsHelp')}</p>
      <ul>{warnings.map(({ code, rule, data }) => <li>{warned(presentation.texts, code, data, site.lang)}{rule === null ? null : <span class="quiet"> {lawRule(rule).paragraph}</span>}</li>)}</ul>
    </Alert>
  );
}
