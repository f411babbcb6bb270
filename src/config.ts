import { isIP } from 'node:net';
import path from 'node:path';
import { fail, ok, type Failure, type Result } from '#base';

interface Setting {
  readonly help: string;
  /** Shown in the help; the value used when the setting is left out. */
  readonly fallback?: string;
  /** Why production does not start without it. */
  readonly production?: string;
  /** Never printed, never logged. */
  readonly secret?: boolean;
}

/** Every setting there is. Nothing else reads the environment. */
export const SETTINGS = {
  TORVET_DATA: { help: 'Folder of the embedded database and of what Torvet keeps on disk.', fallback: 'var in the clone' },
  TORVET_ANALYSIS: {
    help: 'Folder of the analysis files (Parquet and CSV). Web machines that share a database share this folder too; two installations never do.',
    fallback: 'analysis in TORVET_DATA',
  },
  TORVET_CLICKHOUSE_URL: {
    help: 'A ClickHouse server, or a member of a cluster, that answers questions to the analysis files instead of DuckDB: http://user:password@host:8123/database. It reads the files where they lie and keeps nothing.',
    fallback: 'DuckDB answers',
    secret: true,
  },
  TORVET_CLICKHOUSE_FILES: {
    help: 'Where that server finds what lies in TORVET_ANALYSIS: a folder below its user_files_path, or the https:// address of a bucket that it may read as S3.',
    fallback: 'the path of TORVET_ANALYSIS',
  },
  DATABASE_URL: {
    help: 'A PostgreSQL 18 server to use instead of the embedded one: postgres://user:password@host:5432/torvet. The demo world uses the database of the same name with _demo behind it.',
    production: 'the embedded database has no standby; name a server, or set TORVET_EMBEDDED=yes to say that one machine is enough',
    secret: true,
  },
  TORVET_EMBEDDED: { help: 'yes: use the embedded database in production too.', fallback: 'no' },
  PORT: { help: 'Port of the web server.', fallback: '4710' },
  TORVET_HOST: { help: 'Address the web server listens on.', fallback: '127.0.0.1' },
  TORVET_URL: {
    help: 'Public address of this installation, without a slash at the end; used in links, feeds and downloads.',
    fallback: 'http://localhost:PORT',
    production: 'links in downloads would point at localhost',
  },
  TORVET_PUBLISHER: {
    help: 'Who runs this installation and answers for what it shows.',
    fallback: 'Torvet (local installation)',
    production: 'readers must be able to see who publishes the figures',
  },
  TORVET_CONTACT: {
    help: 'E-mail address for faults and accessibility, shown on /was.',
    fallback: 'none',
    production: 'the accessibility statement must name a contact',
  },
  TORVET_OWNERS: {
    help: 'Municipalities and suppliers that own the publisher, by name with commas between. Overviews show them, and refuse what the publisher enters about them itself, other than their replies.',
    fallback: 'none',
  },
  TORVET_CUSTOMERS: { help: 'Municipalities and suppliers that are customers of the publisher; the same holds of them.', fallback: 'none' },
  TORVET_ROOMS: {
    help: 'all, or oversight: the register with its points of attention, competition and overviews, without wizards, law, login and market place. For a publisher that watches and does nothing else.',
    fallback: 'all',
  },
  TORVET_DEMO: { help: 'yes: make and show the fictional demo world; no: leave it out.', fallback: 'yes, in production no' },
  TORVET_OIDC_ISSUER: {
    help: 'The service by which people log in to the register, by OpenID Connect: its issuer address, without a slash at the end. Register the address TORVET_URL/log-ind/retur there. Claims: sub, name, cvr, organisation, municipality, roles, assurance or acr.',
    fallback: 'nobody can log in to the register; the demo world has a login of its own',
  },
  TORVET_OIDC_CLIENT_ID: { help: 'The name of this installation at that service.', fallback: 'none' },
  TORVET_OIDC_CLIENT_SECRET: { help: 'Its secret there.', fallback: 'none', secret: true },
  TORVET_METRICS_TOKEN: { help: 'Bearer token that opens /metrics. Without one /metrics is closed.', fallback: 'none', secret: true },
  TORVET_OCID_PREFIX: { help: 'Prefix of the ocids that Torvet makes itself. The fallback is not registered with Open Contracting.', fallback: 'ocds-torvet' },
  TORVET_VIRUS_SCAN: { help: 'Program that is given each uploaded file on its standard input: it ends with 0 for a clean file, 1 for one that is to be refused. Anything else refuses the file too.', fallback: 'none: files are kept as they come' },
  TORVET_RATE: { help: 'How many requests a minute one client may send to the API and for files; ten times as many for pages. 0: no limit.', fallback: '300' },
  TORVET_TRUST_PROXY: {
    help: 'Addresses or networks, with commas between, of the proxies in front (10.0.0.5, 10.0.0.0/8). From these alone the header X-Forwarded-For is believed; without it everybody behind a proxy counts as one client.',
    fallback: 'none',
  },
  TORVET_SYNC: {
    help: 'What the running server fetches from TED by itself: a buyer country in three letters, and the first digits of CPV codes when not everything is wanted (DNK, or DNK:48,72). Without it the server reaches out to nobody.',
    fallback: 'nothing is fetched',
  },
  TORVET_SYNC_EVERY: { help: 'Hours from the end of one such fetch to the next, 1 to 168.', fallback: '24' },
  TORVET_TED_API: { help: 'Address of the search API of TED, or of a mirror, without a slash at the end.', fallback: 'https://api.ted.europa.eu' },
  TORVET_TED_NOTICES: { help: 'Address where the notices of TED lie (/en/notice/NUMBER/xml), or a mirror, without a slash at the end.', fallback: 'https://ted.europa.eu' },
  TORVET_LOG: { help: 'Log level: debug, info, warn, error or silent. Logs are JSON lines on stderr.', fallback: 'warn, in production info' },
  TORVET_SHARED: { help: 'Folder of the outside test suites, for tests and conformance.', fallback: '../shared' },
  TORVET_BROWSER: { help: 'Chromium or Chrome for the browser tests.', fallback: 'looked for on the machine' },
  NODE_ENV: { help: 'production: refuse to start without what production needs.', fallback: 'development' },
} as const satisfies Record<string, Setting>;

const ENVIRONMENTS: readonly string[] = ['development', 'test', 'production'];

export type SettingName = keyof typeof SETTINGS;
type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What a server offers: everything, or the watcher alone. */
const ROOMS = ['all', 'oversight'] as const;
export type Rooms = (typeof ROOMS)[number];

export interface SyncPlan {
  readonly country: string;
  /** The first digits of CPV codes with commas between; null: whatever is bought. */
  readonly cpv: string | null;
}

export interface ClickHouseServer {
  /** With user, password and database, as far as they are needed. */
  readonly url: string;
  /** A path below the server's folder of files, or an https:// address; without a slash at the end. */
  readonly files: string;
}

export interface LoginService {
  /** Without a slash at the end. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface Config {
  readonly production: boolean;
  /** Absolute path. */
  readonly dataFolder: string;
  /** Absolute path. */
  readonly analysisFolder: string;
  /** What answers questions to the analysis files; null: DuckDB. */
  readonly clickHouse: ClickHouseServer | null;
  readonly databaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  /** Without a slash at the end. */
  readonly url: string;
  readonly publisher: string;
  readonly contact: string | null;
  /** Names of those that the publisher is bound to. */
  readonly owners: readonly string[];
  readonly customers: readonly string[];
  readonly rooms: Rooms;
  readonly demo: boolean;
  /** How people log in to the register; null: they cannot. */
  readonly login: LoginService | null;
  readonly metricsToken: string | null;
  readonly ocidPrefix: string;
  /** Program that looks at uploaded files; null: none. */
  readonly virusScan: string | null;
  /** Requests for data a minute of one client; null: no limit. */
  readonly rate: number | null;
  readonly trustProxy: readonly string[];
  /** What the server fetches by itself; null: nothing. */
  readonly sync: SyncPlan | null;
  readonly syncEveryHours: number;
  /** Without a slash at the end. */
  readonly tedApi: string;
  readonly tedNotices: string;
  readonly logLevel: LogLevel;
  readonly sharedFolder: string;
}

/** Reads the settings. All that is wrong is said at once, each line with what to do. */
export function readConfig(environment: Environment, root: string): Result<Config> {
  const wrong: string[] = [...unknownSettings(environment)];
  const given = (name: SettingName): string | null => environment[name]?.trim() || null;
  const production = given('NODE_ENV') === 'production';
  if (!ENVIRONMENTS.includes(given('NODE_ENV') ?? 'development')) wrong.push(`NODE_ENV is "${given('NODE_ENV') ?? ''}"; it must be one of ${ENVIRONMENTS.join(', ')}.`);
  const embedded = yesOrNo('TORVET_EMBEDDED', given('TORVET_EMBEDDED'), false, wrong);
  const port = readPort(given('PORT'), wrong);
  if (production) wrong.push(...missingInProduction(given, embedded));
  const dataFolder = path.resolve(given('TORVET_DATA') ?? path.join(root, 'var'));
  const analysisFolder = path.resolve(given('TORVET_ANALYSIS') ?? path.join(dataFolder, 'analysis'));
  const config: Config = {
    production, dataFolder, analysisFolder,
    clickHouse: readClickHouse(given('TORVET_CLICKHOUSE_URL'), given('TORVET_CLICKHOUSE_FILES'), analysisFolder, wrong),
    databaseUrl: readDatabaseUrl(given('DATABASE_URL'), wrong),
    host: given('TORVET_HOST') ?? '127.0.0.1',
    port,
    url: readUrl('TORVET_URL', given('TORVET_URL'), `http://localhost:${port}`, wrong),
    publisher: given('TORVET_PUBLISHER') ?? 'Torvet (lokal installation)',
    contact: given('TORVET_CONTACT'),
    owners: readNames(given('TORVET_OWNERS')),
    customers: readNames(given('TORVET_CUSTOMERS')),
    rooms: readRooms(given('TORVET_ROOMS'), wrong),
    demo: yesOrNo('TORVET_DEMO', given('TORVET_DEMO'), !production, wrong),
    login: readLogin(given, wrong),
    metricsToken: given('TORVET_METRICS_TOKEN'),
    ocidPrefix: given('TORVET_OCID_PREFIX') ?? 'ocds-torvet',
    virusScan: given('TORVET_VIRUS_SCAN'),
    rate: readRate(given('TORVET_RATE') ?? SETTINGS.TORVET_RATE.fallback, wrong),
    trustProxy: readProxies(given('TORVET_TRUST_PROXY'), wrong),
    sync: readSync(given('TORVET_SYNC'), wrong),
    syncEveryHours: readHours(given('TORVET_SYNC_EVERY') ?? SETTINGS.TORVET_SYNC_EVERY.fallback, wrong),
    tedApi: readUrl('TORVET_TED_API', given('TORVET_TED_API'), SETTINGS.TORVET_TED_API.fallback, wrong),
    tedNotices: readUrl('TORVET_TED_NOTICES', given('TORVET_TED_NOTICES'), SETTINGS.TORVET_TED_NOTICES.fallback, wrong),
    logLevel: readLogLevel(given('TORVET_LOG') ?? (production ? 'info' : 'warn'), wrong),
    sharedFolder: path.resolve(given('TORVET_SHARED') ?? path.join(root, '..', 'shared')),
  };
  return wrong.length === 0 ? ok(config) : fail(configFailure(wrong));
}

function configFailure(wrong: readonly string[]): Failure {
  return {
    kind: 'invalid',
    message: `the settings are not usable:\n${wrong.map((line) => `  - ${line}`).join('\n')}`,
    help: './torvet settings lists every setting with what it does.',
  };
}

function unknownSettings(environment: Environment): string[] {
  const known = new Set<string>(Object.keys(SETTINGS));
  return Object.keys(environment)
    .filter((name) => name.startsWith('TORVET_') && !known.has(name))
    .map((name) => `${name} is not a setting of Torvet; remove it or correct the name.`);
}

function missingInProduction(given: (name: SettingName) => string | null, embedded: boolean): string[] {
  return (Object.entries(SETTINGS) as [SettingName, Setting][])
    .filter(([name, setting]) => setting.production !== undefined && given(name) === null)
    .filter(([name]) => !(name === 'DATABASE_URL' && embedded))
    .map(([name, setting]) => `${name} is missing: ${setting.production ?? ''}.`);
}

function yesOrNo(name: SettingName, text: string | null, fallback: boolean, wrong: string[]): boolean {
  if (text === null) return fallback;
  if (text !== 'yes' && text !== 'no') wrong.push(`${name} is "${text}"; it must be yes or no.`);
  return text === 'yes';
}

function readPort(text: string | null, wrong: string[]): number {
  if (text === null) return 4710;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535) wrong.push(`PORT is "${text}"; it must be a whole number from 0 to 65535.`);
  return port;
}

function readUrl(name: SettingName, text: string | null, fallback: string, wrong: string[]): string {
  if (text === null) return fallback;
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) wrong.push(`${name} is "${text}"; it must begin with https:// or http://.`);
  return text.replace(/\/+$/, '');
}

function readLogin(given: (name: SettingName) => string | null, wrong: string[]): LoginService | null {
  const [issuer, clientId, clientSecret] = [given('TORVET_OIDC_ISSUER'), given('TORVET_OIDC_CLIENT_ID'), given('TORVET_OIDC_CLIENT_SECRET')];
  if (issuer === null && clientId === null && clientSecret === null) return null;
  if (issuer === null || clientId === null || clientSecret === null) {
    wrong.push('TORVET_OIDC_ISSUER, TORVET_OIDC_CLIENT_ID and TORVET_OIDC_CLIENT_SECRET belong together; give all three, or none.');
    return null;
  }
  const address = readUrl('TORVET_OIDC_ISSUER', issuer, '', wrong);
  if (!address.startsWith('https:')) wrong.push('TORVET_OIDC_ISSUER must begin with https://: what it answers decides who people are.');
  return { issuer: address, clientId, clientSecret };
}

function readNames(text: string | null): readonly string[] {
  return (text ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '');
}

function readRooms(text: string | null, wrong: string[]): Rooms {
  const rooms = ROOMS.find((known) => known === (text ?? 'all'));
  if (rooms === undefined) wrong.push(`TORVET_ROOMS is "${text ?? ''}"; it must be one of ${ROOMS.join(', ')}.`);
  return rooms ?? 'all';
}

function readRate(text: string, wrong: string[]): number | null {
  const rate = /^\d{1,6}$/.test(text) ? Number(text) : -1;
  if (rate < 0) wrong.push(`TORVET_RATE is "${text}"; it must be a whole number of requests a minute, up to 999999, or 0 for no limit.`);
  return rate > 0 ? rate : null;
}

function readProxies(text: string | null, wrong: string[]): readonly string[] {
  const proxies = text?.split(',').map((part) => part.trim()) ?? [];
  const bad = proxies.filter((proxy) => !isNetwork(proxy));
  if (bad.length > 0) wrong.push(`TORVET_TRUST_PROXY holds "${bad.join('", "')}"; it must be addresses or networks with commas between, like 10.0.0.5 or 10.0.0.0/8.`);
  return proxies;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = [0, 0, 0, 0, 32, 0, 128][isIP(address)] ?? 0;
  return most > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

// The command that is started looks closer; this is for whoever mistypes, at the start and not in the log of the night.
function readSync(text: string | null, wrong: string[]): SyncPlan | null {
  if (text === null) return null;
  const [, country, cpv = null] = /^([A-Z]{3})(?::(\d{2,8}(?:,\d{2,8})*))?$/.exec(text) ?? [];
  if (country !== undefined) return { country, cpv };
  wrong.push(`TORVET_SYNC is "${text}"; it must be a country in three capital letters, with a colon before the first digits of CPV codes if there are any: DNK, or DNK:48,72.`);
  return null;
}

function readHours(text: string, wrong: string[]): number {
  const hours = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (hours < 1 || hours > 168) wrong.push(`TORVET_SYNC_EVERY is "${text}"; it must be a whole number of hours from 1 to 168.`);
  return hours;
}

// The address is not repeated in the message: it may hold a password.
function readDatabaseUrl(text: string | null, wrong: string[]): string | null {
  if (text === null) return null;
  const url = URL.parse(text);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    wrong.push('DATABASE_URL is not an address like postgres://user:password@host:5432/torvet; a database must be named.');
  }
  return text;
}

// The address is not repeated in the message: it may hold a password.
function readClickHouse(url: string | null, files: string | null, analysisFolder: string, wrong: string[]): ClickHouseServer | null {
  if (url === null) {
    if (files !== null) wrong.push('TORVET_CLICKHOUSE_FILES is given without TORVET_CLICKHOUSE_URL; name the server too, or leave both out.');
    return null;
  }
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) wrong.push('TORVET_CLICKHOUSE_URL is not an address like http://user:password@host:8123/database.');
  if (files !== null && /^[a-z0-9]+:\/\//i.test(files) && !/^https?:\/\//.test(files)) wrong.push(`TORVET_CLICKHOUSE_FILES is "${files}"; it must be a path, or begin with https:// or http://.`);
  return { url, files: (files ?? analysisFolder).replace(/\/+$/, '') };
}

function readLogLevel(text: string, wrong: string[]): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level === undefined) wrong.push(`TORVET_LOG is "${text}"; it must be one of ${LOG_LEVELS.join(', ')}.`);
  return level ?? 'info';
}
