import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig, SETTINGS } from './config.ts';

const read = (environment: Record<string, string>) => readConfig(environment, '/srv/torvet');

function message(environment: Record<string, string>): string {
  const config = read(environment);
  assert.ok(!config.ok, 'the settings were taken');
  return config.failure.message;
}

test('nothing set works', () => {
  const config = read({});
  assert.ok(config.ok);
  assert.deepEqual(
    [config.value.dataFolder, config.value.port, config.value.url, config.value.demo, config.value.databaseUrl],
    ['/srv/torvet/var', 4710, 'http://localhost:4710', true, null],
  );
});

test('an unknown setting is an error that names it, and only Torvet\u2019s own names are looked at', () => {
  assert.match(message({ TORVET_DATE: 'x' }), /TORVET_DATE is not a setting/);
  assert.ok(read({ PATH: '/bin', NPM_TOKEN: 'x' }).ok);
});

test('production says all that is missing at once, each with its reason', () => {
  const text = message({ NODE_ENV: 'production' });
  for (const name of ['DATABASE_URL', 'TORVET_URL', 'TORVET_PUBLISHER', 'TORVET_CONTACT']) assert.match(text, new RegExp(`${name} is missing: .{20}`));
  const whole = { NODE_ENV: 'production', TORVET_URL: 'https://torvet.example/', TORVET_PUBLISHER: 'Udgiver', TORVET_CONTACT: 'post@torvet.example' };
  assert.match(message(whole), /DATABASE_URL/);
  const config = read({ ...whole, TORVET_EMBEDDED: 'yes' });
  assert.ok(config.ok);
  assert.deepEqual([config.value.url, config.value.demo], ['https://torvet.example', false]);
});

test('wrong values are said with what is allowed, and a secret is not repeated', () => {
  assert.match(message({ PORT: '80a' }), /PORT is "80a".*0 to 65535/);
  assert.match(message({ PORT: '70000' }), /65535/);
  assert.match(message({ TORVET_DEMO: 'maybe' }), /yes or no/);
  assert.match(message({ TORVET_LOG: 'loud' }), /debug, info/);
  assert.match(message({ TORVET_URL: 'torvet.dk' }), /https:/);
  const text = message({ DATABASE_URL: 'postgres://torvet:hemmelig@host' });
  assert.match(text, /a database must be named/);
  assert.ok(!text.includes('hemmelig'));
});

test('how often one client may ask, and which proxies are believed', () => {
  const [nothing, set] = [read({}), read({ TORVET_RATE: '0', TORVET_TRUST_PROXY: '10.0.0.5, 2001:db8::/32' })];
  assert.ok(nothing.ok && set.ok);
  assert.deepEqual([nothing.value.rate, nothing.value.trustProxy, set.value.rate, set.value.trustProxy], [300, [], null, ['10.0.0.5', '2001:db8::/32']]);
  for (const rate of ['-1', '1.5', 'many', '1000000']) assert.match(message({ TORVET_RATE: rate }), /TORVET_RATE is ".*whole number/);
  for (const proxy of ['yes', '10.0.0.0/33', '10.0.0.1/8/8', '10.0.0.1,', '::1/129', '10.0.0.0/']) assert.match(message({ TORVET_TRUST_PROXY: proxy }), /TORVET_TRUST_PROXY holds/, proxy);
});

test('whom the publisher is bound to, and whether the server offers the watcher alone', () => {
  const [nothing, set] = [read({}), read({ TORVET_OWNERS: 'Vejle Kommune, , KMD ', TORVET_CUSTOMERS: 'Ærø', TORVET_ROOMS: 'oversight' })];
  assert.ok(nothing.ok && set.ok);
  assert.deepEqual([nothing.value.owners, nothing.value.customers, nothing.value.rooms], [[], [], 'all']);
  assert.deepEqual([set.value.owners, set.value.customers, set.value.rooms], [['Vejle Kommune', 'KMD'], ['Ærø'], 'oversight']);
  assert.match(message({ TORVET_ROOMS: 'guide' }), /TORVET_ROOMS is "guide"; it must be one of all, oversight/);
});

test('the server reaches out only when a setting says for what', () => {
  const silent = read({});
  assert.ok(silent.ok);
  assert.deepEqual(
    [silent.value.sync, silent.value.syncEveryHours, silent.value.tedApi, silent.value.tedNotices],
    [null, 24, 'https://api.ted.europa.eu', 'https://ted.europa.eu'],
  );
  const asked = read({ TORVET_SYNC: 'DNK:48,72', TORVET_SYNC_EVERY: '6', TORVET_TED_API: 'http://127.0.0.1:8080/', TORVET_TED_NOTICES: 'https://mirror.example/ted/' });
  assert.ok(asked.ok);
  assert.deepEqual(
    [asked.value.sync, asked.value.syncEveryHours, asked.value.tedApi, asked.value.tedNotices],
    [{ country: 'DNK', cpv: '48,72' }, 6, 'http://127.0.0.1:8080', 'https://mirror.example/ted'],
  );
  const whole = read({ TORVET_SYNC: 'SWE' });
  assert.deepEqual(whole.ok && whole.value.sync, { country: 'SWE', cpv: null });
  for (const sync of ['DK', 'dnk', 'DNK:', 'DNK:4', 'DNK:48;72', 'DNK 48', 'yes']) assert.match(message({ TORVET_SYNC: sync }), /TORVET_SYNC is .*DNK, or DNK:48,72/);
  for (const hours of ['0', '169', '1.5', '-1', 'daily']) assert.match(message({ TORVET_SYNC_EVERY: hours }), /from 1 to 168/);
  assert.match(message({ TORVET_TED_API: 'api.ted.europa.eu' }), /TORVET_TED_API is .*https:/);
});

test('every setting has a help text that ends as a sentence', () => {
  assert.ok(Object.keys(SETTINGS).length > 10);
  for (const [name, { help }] of Object.entries(SETTINGS)) assert.match(help, /^[\p{L}/].{15,}\.$/u, name);
});

test('a ClickHouse server is named together with where it finds the files, and its password is not repeated', () => {
  const [none, plain, bucket] = [read({}), read({ TORVET_CLICKHOUSE_URL: 'http://reader:hemmelig@house:8123/torvet' }), read({ TORVET_CLICKHOUSE_URL: 'https://house:8443', TORVET_CLICKHOUSE_FILES: 'https://files.example/analysis/' })];
  assert.ok(none.ok && plain.ok && bucket.ok);
  assert.deepEqual([none.value.clickHouse, plain.value.clickHouse?.files, bucket.value.clickHouse], [null, '/srv/torvet/var/analysis', { url: 'https://house:8443', files: 'https://files.example/analysis' }]);
  for (const url of ['clickhouse://reader:hemmelig@house', 'house:8123']) {
    const text = message({ TORVET_CLICKHOUSE_URL: url });
    assert.match(text, /TORVET_CLICKHOUSE_URL is not an address/);
    assert.ok(!text.includes('hemmelig'));
  }
  assert.match(message({ TORVET_CLICKHOUSE_FILES: 'analysis' }), /without TORVET_CLICKHOUSE_URL/);
  assert.match(message({ TORVET_CLICKHOUSE_URL: 'http://house:8123', TORVET_CLICKHOUSE_FILES: 's3://bucket/x' }), /TORVET_CLICKHOUSE_FILES is "s3/);
});
