/** One question a page. Everything that was answered before travels in the address. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, Breadcrumbs, Page } from '#ui';
import { faultText, Given, wizardTexts, type WrongAnswer } from './wizard-answers.tsx';
import { Fields, type FieldsProps } from './wizard-fields.tsx';
import { addressOf, askedOf, AT, GIVEN, previousOf, SENT, UNKNOWN, type Question, type Wizard } from './wizard.ts';

export interface QuestionProps extends FieldsProps {
  readonly wizard: Wizard;
}

export function renderQuestion(props: QuestionProps): VNode {
  const { site, wizard, answers, question, wrong } = props;
  const t = wizardTexts[site.lang];
  const asked = askedOf(wizard, answers);
  const at = asked.findIndex(({ name }) => name === question.name) + 1;
  const previous = previousOf(wizard, answers, question);
  const title = question.ask[site.lang];
  return (
    <Page
      site={site} title={wrong === null ? `${title} \u2013 ${wizard.title[site.lang]}` : `${t.errorTitle} \u2013 ${wizard.title[site.lang]}`} noindex={answers.size > 0}
      description={wizard.lead[site.lang]}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: wizard.title[site.lang], href: answers.size === 0 ? null : site.href(wizard.path) }]} />}
    >
      <div class="wrap guide">
        {wrong === null ? null : <Wrong {...props} wrong={wrong} />}
        <p class="guide-progress">{fill(t.progress, { at, of: asked.length })}</p>
        {answers.size === 0 ? <p class="lead">{wizard.lead[site.lang]}</p> : null}
        <form class="guide-form" method="get" action={site.href(wizard.path)}>
          {asked.filter(({ name }) => name !== question.name).flatMap(({ name }) => (answers.get(name) ?? []).map((value) => <input type="hidden" name={name} value={value} />))}
          <input type="hidden" name={AT} value={question.name} />
          <input type="hidden" name={SENT} value="1" />
          <Fields {...props} />
          <div class="guide-actions">
            <button class="button-main" type="submit">{t.next}</button>
            {question.skip === null ? null : <button class="button-quiet" type="submit" name={UNKNOWN} value="1">{question.skip[site.lang]}</button>}
          </div>
        </form>
        <p class="guide-back">
          {previous === null ? null : <a href={site.href(addressOf(wizard, answers, previous))}>{t.back}</a>}
          {answers.size === 0 ? null : <> <a href={site.href(wizard.path)}>{t.startOver}</a></>}
        </p>
        {answers.size === 0 ? null : <Given site={site} wizard={wizard} answers={answers} folded />}
      </div>
    </Page>
  );
}

/** The field that an error is about gets the focus; the title of the page says it too. */
function Wrong({ site, question, wrong }: QuestionProps & { readonly wrong: WrongAnswer }): VNode {
  const t = wizardTexts[site.lang];
  return (
    <div class="guide-wrong" tabindex={-1} autofocus id="fejl">
      <Alert tone="error" heading={t.errorTitle}><p><a href={`#${fieldId(question, wrong)}`}>{faultText(site.lang, question, wrong)}</a></p></Alert>
    </div>
  );
}

function fieldId({ field }: Question, { fault }: WrongAnswer): string {
  if (typeof fault === 'string') return field.kind === 'choice' ? `${GIVEN}-0` : GIVEN;
  return `${GIVEN}-${fault.column}-${fault.row}`;
}
