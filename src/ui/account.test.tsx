import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Page, renderDocument } from './document.tsx';
import { htmlFaults } from './html-check.ts';
import { siteOf, type Account } from './site.ts';

function header(account: Account | null | undefined, path = '/udbud?q=it'): string {
  const site = siteOf({ lang: 'da', world: 'demo', path, origin: null, hasOtherWorld: false, updatedAt: null, navigation: [], publisher: { name: 'Prøven', email: null }, ...(account === undefined ? {} : { account }) });
  const html = renderDocument(<Page site={site} title="Side"><h1>Side</h1></Page>);
  assert.deepEqual(htmlFaults(html), []);
  return html;
}

test('the header leads to the login and back, says who is logged in, and says nothing where there are no accounts', () => {
  assert.match(header(null), /class="account-link" rel="nofollow" href="\/demo\/log-ind\?til=%2Fudbud%3Fq%3Dit">Log ind</);
  assert.match(header(null, '/log-ind?til=%2Fudbud'), /href="\/demo\/log-ind">Log ind</);
  const named = header({ name: '<b>Anna</b>', organisation: 'Firma & Søn' });
  assert.match(named, /href="\/demo\/konto"/);
  assert.match(named, /&lt;b>Anna&lt;\/b>.*Firma &amp; Søn/);
  assert.doesNotMatch(header(undefined), /account-link/);
});
