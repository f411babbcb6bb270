import type { VNode } from 'preact';
import { RULES } from '#law';
import type { Site } from '#ui';
import { da as formDa } from './form.da.ts';
import { en as formEn } from './form.en.ts';
import { GROUNDS } from './grounds.ts';
import { da } from './overview.da.ts';
import { en } from './overview.en.ts';
import type { Overview, Statement } from './overview.schema.ts';
import { lawThenTexts } from './statement.text.ts';

const texts = { da: { ...da, ...formDa }, en: { ...en, ...formEn } };

interface ClaimTestProps {
  readonly site: Site;
  readonly overview: Overview;
  readonly claims: readonly Statement[];
  /** When it was bought, as exactly as it is known; null: some time in the period of the overview. */
  readonly when: string | null;
}

/** For each reason that was given: what would make it true, and the rule, which held when it was bought or did not. The facts of a historical case are missing, which is said in the place of a verdict. */
export function ClaimTest({ site, overview, claims, when }: ClaimTestProps): VNode {
  const t = texts[site.lang];
  const grounds = [...new Set(claims.flatMap((claim) => (claim.kind === 'claim' ? [claim.ground] : [])))];
  return (
    <>
      {grounds.map((ground) => (
        <>
          <p><strong>{t.wouldBeTrue}</strong> {GROUNDS[ground].wouldBeTrue[site.lang]}</p>
          <GroundRules site={site} ids={GROUNDS[ground].rules} />
        </>
      ))}
      {lawThenTexts([...new Set(grounds.flatMap((ground) => GROUNDS[ground].rules))], when ?? overview.period.from, site.lang).map((sentence) => <p>{sentence}</p>)}
      <p>{t.missing}</p>
    </>
  );
}

/** The rules by which a reason is tested; linked where this server shows them. */
export function GroundRules({ site, ids }: { readonly site: Site; readonly ids: readonly string[] }): VNode | null {
  const t = texts[site.lang];
  if (ids.length === 0) return null;
  const rules = RULES.filter(({ id }) => ids.includes(id));
  return (
    <p class="quiet">{t.rule} {rules.map(({ id, paragraph, title }, at) => {
      const name = `${paragraph}: ${title[site.lang]}`;
      return <>{at > 0 ? '; ' : ''}{site.hasGuide === false ? name : <a href={site.href(`/regler#${id}`)}>{name}</a>}</>;
    })}</p>
  );
}
