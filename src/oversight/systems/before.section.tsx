import type { VNode } from 'preact';
import { processListAddress, viewAddress, CONTRACTS } from '#register';
import type { Site } from '#ui';
import { systemTexts } from './system.texts.ts';
import type { SystemView } from './system.view.ts';

/** What else to ask before buying: the rules, by the wizards, and the whole register. */
export function Before({ site, view: { system } }: { readonly site: Site; readonly view: SystemView }): VNode {
  const t = systemTexts[site.lang];
  const what = `?${new URLSearchParams({ what: system.name }).toString()}`;
  // The search takes words in quotation marks as they are written.
  const search = { q: `"${system.name.replaceAll('"', ' ')}"` };
  const links = [
    [`/skal-det-i-udbud${what}`, t.checkRoute], [`/er-det-et-tilkoeb${what}`, t.checkAddon], ['/hvornaar', t.checkDates], ['/regler', t.checkRules],
    [processListAddress(search), t.checkRegister], [viewAddress(CONTRACTS, search), t.checkContracts],
  ] as const;
  return (
    <section class="section" aria-labelledby="foer">
      <h2 id="foer">{t.before}</h2>
      <p>{t.beforeText}</p>
      <ul>{links.map(([path, label]) => <li><a href={site.href(path)}>{label}</a></li>)}</ul>
      {system.overviews.length === 0 ? null : <p>{t.askOthers}</p>}
    </section>
  );
}
