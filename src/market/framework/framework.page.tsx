/** The page of a framework agreement: what it covers, who may use it, who is in which lot, what was bought. */
import type { VNode } from 'preact';
import { fill, unwrap } from '#base';
import { listOrganisations, readOrganisations } from '#people';
import { formatAmount, formatDate, Outside, OutsideParagraphs } from '#ui';
import { presentation, type FormAbout } from '../core/present.ts';
import { da } from './agreement.da.ts';
import { en } from './agreement.en.ts';
import { callOffsUnder, usageOf } from './call-off.ts';
import { CallOffs, Catalogue } from './framework-lists.section.tsx';
import { frameworkOptions } from './framework.options.ts';
import type { Framework, FrameworkBody } from './framework.schema.ts';
import type { FrameworkExtra, FrameworkProps } from './framework.view.ts';
import { UsageSection } from './usage.section.tsx';

const texts = { da, en };

export const frameworkPresentation = presentation<FrameworkExtra>({
  kind: 'framework', texts,
  load: async ({ trx }, record) => {
    const { owner, body } = record as Framework;
    const ids = [owner, ...body.parties.map(({ organisation }) => organisation), ...body.users.map(({ organisation }) => organisation), ...body.callOffs.map(({ buyer }) => buyer)];
    return {
      names: await readOrganisations(trx, [...new Set(ids.filter((id) => id.includes('-')))]),
      suppliers: await listOrganisations(trx, ['supplier']), buyers: await listOrganisations(trx, ['municipality', 'central-purchasing-body']),
    };
  },
  options: frameworkOptions,
  initial,
  content: (view) => <FrameworkContent view={view} record={view.record as Framework} />,
});

function initial(command: string, { record }: FormAbout): unknown {
  if (record === null) return {};
  const { body } = record as Framework;
  if (command === 'framework.write') return writtenOf(body);
  if (command !== 'framework.set-parties') return {};
  return {
    parties: body.parties.flatMap(({ organisation, lots }) => lots.map((lot) => ({ supplier: organisation, lot }))), users: body.users.map(({ organisation }) => ({ user: organisation })),
    named: body.named, allMunicipalities: body.allMunicipalities,
  };
}

function writtenOf({ parties, users, named, allMunicipalities, offers, callOffs, publishedAt, ended, ...written }: FrameworkBody): unknown {
  void [parties, users, named, allMunicipalities, offers, callOffs, publishedAt, ended];
  return written;
}

function FrameworkContent(props: FrameworkProps): VNode {
  const { view: { site, children, now, record: { state, id } }, record } = props;
  const t = texts[site.lang];
  // What is decided is public once its letters are sent: until then its buyer alone sees it in the sum.
  const callOffs = callOffsUnder(record, children);
  return (
    <>
      {state === 'active' ? <p><a class="button-main" href={site.href(`/torv/rammeaftale/${id}/koeb`)}>{t.callOff}</a></p> : null}
      <What {...props} />
      {unwrap(usageOf(record, callOffs, now)).map((usage) => <UsageSection lang={site.lang} usage={usage} />)}
      <Users {...props} />
      <Lots {...props} />
      <CallOffs {...props} callOffs={callOffs} />
      <Catalogue {...props} />
    </>
  );
}

function What({ view: { site }, record: { body } }: FrameworkProps): VNode {
  const t = texts[site.lang];
  const kroner = (amount: string): string => formatAmount({ amount, currency: 'DKK' }, site.lang);
  return (
    <section class="section" aria-labelledby="aftalen">
      <h2 id="aftalen">{t.whatTitle}</h2>
      <OutsideParagraphs text={body.description} />
      <dl class="summary-list">
        <div><dt>{t.term}</dt><dd>{fill(t.termDays, { from: formatDate(body.from, site.lang), to: formatDate(body.to, site.lang) })}{body.longReason === undefined ? null : <OutsideParagraphs text={body.longReason} />}</dd></div>
        <div><dt>CPV</dt><dd>{body.cpv}</dd></div>
        <div><dt>{t.estimated}</dt><dd>{kroner(body.value)}</dd></div>
        <div><dt>{t['field.maximum']}</dt><dd><strong>{kroner(body.maximum)}</strong></dd></div>
        <div><dt>{t.way}</dt><dd>{t[`choice.method.${body.method}`]}{body.choosing === undefined ? null : <OutsideParagraphs text={body.choosing} />}</dd></div>
        {body.reference === undefined ? null : <div><dt>{t['field.reference']}</dt><dd><Outside text={body.reference} /></dd></div>}
      </dl>
    </section>
  );
}

function Users({ view: { site, extra: { names } }, record: { owner, body } }: FrameworkProps): VNode {
  const t = texts[site.lang];
  const listed = [owner, ...body.users.map(({ organisation }) => organisation)].map((id) => names.get(id)?.name ?? '');
  return (
    <section class="section" aria-labelledby="brugere">
      <h2 id="brugere">{t.usersTitle}</h2>
      <ul>
        {body.allMunicipalities ? <li>{t.everyMunicipality}</li> : null}
        {listed.map((name) => <li><Outside text={name} /></li>)}
        {body.named.map(({ name, cvr }) => <li><Outside text={name} /> (CVR {cvr})</li>)}
      </ul>
    </section>
  );
}

function Lots({ view: { site, extra: { names } }, record: { body } }: FrameworkProps): VNode {
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="delaftaler">
      <h2 id="delaftaler">{t.lotsTitle}</h2>
      {body.lots.map(({ id, lotTitle, lotDescription }) => (
        <>
          <h3>{id}: <Outside text={lotTitle} /></h3>
          <OutsideParagraphs text={lotDescription} />
          <ul>
            {body.parties.filter(({ lots }) => lots.includes(id)).map(({ organisation, leftOn }) => (
              <li><Outside text={names.get(organisation)?.name ?? ''} />{leftOn === null ? '' : ` (${fill(t.leftOn, { day: formatDate(leftOn, site.lang) })})`}</li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}
