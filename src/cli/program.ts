import { Command, CommanderError, Option } from 'commander';
import { FailureError, unwrap, type Failure, type Language } from '#base';
import type { FlagsOptions } from './flags.ts';
import { addSeal } from './seal-program.ts';
import type { CommandConfig, ExitCode, Wiring } from './wiring.ts';

/**
 * Runs one command. Nothing here knows how a command does its work: each is loaded when it is asked for, so that
 * `--help` and a refused second server answer at once.
 * @returns the exit code of the process.
 */
export async function runCommandLine<Config extends CommandConfig>(args: readonly string[], wiring: Wiring<Config>): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = commands(wiring, (result) => { code = result; });
  const command = args.length === 0 ? ['--help'] : [...args];
  try {
    await program.parseAsync(command, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof FailureError)) throw error;
    wiring.streams.stderr.write(failureText(error.failure));
    return error.failure.kind === 'conflict' ? 1 : 2;
  }
}

export function failureText(failure: Failure): string {
  return `torvet: ${failure.message}\n${failure.help ? `        ${failure.help}\n` : ''}`;
}

function commands<Config extends CommandConfig>(wiring: Wiring<Config>, done: (code: ExitCode) => void): Command {
  const { stdout, stderr } = wiring.streams;
  const program = new Command('torvet')
    .description('The open market place and watchdog for municipal IT procurement.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .showHelpAfterError('(add --help for what can be asked)')
    .addHelpText('after', `
Examples:
  torvet serve                                start the web server (the same as npm start)
  torvet import releases.jsonl more.json.gz   take notices into the register
  torvet sync ted --country DNK               fetch what is new on TED
  torvet register rebuild                     read every process anew, and make the analysis files
  torvet eforms to-ocds notice.xml            write notices as OCDS releases
  torvet law route --facts purchase.json      must this be tendered, by when, with which duties
  torvet flags --on register                  points of attention, and what cannot be assessed and why
  torvet overview export kmd-opera ud         an overview as files that need no server
  torvet seal check bid.torvet                whether a sealed bid came through whole
  torvet receipt verify receipt.json          whether the receipt of a bid is genuine, with no network
  torvet ocds validate release.json           check files against Open Contracting 1.1
  torvet settings                             every setting and what it does

Exit codes: 0 done; 1 the check says no, or something was rejected; 2 wrong use, or input that cannot be read.`);
  addServe(program, wiring, done);
  addImport(program, wiring, done);
  addSync(program, wiring, done);
  addRegister(program, wiring, done);
  addOcds(program, wiring, done);
  addEforms(program, wiring, done);
  addLaw(program, wiring, done);
  addFlags(program, wiring, done);
  addOverview(program, wiring, done);
  addSeal(program, wiring.streams, done);
  addReceipt(program, wiring, done);
  addDemo(program, wiring, done);
  program.command('settings').description('list every setting (environment variable) with what it does')
    .action(async () => (await import('./settings.ts')).printSettings(wiring));
  return program;
}

function addServe<Config extends CommandConfig>(program: Command, wiring: Wiring<Config>, done: (code: ExitCode) => void): void {
  program.command('serve').description('start the web server')
    .action(async () => done(await (await import('./serve.ts')).serve(unwrap(wiring.config()), wiring)));
}

function addImport<Config extends CommandConfig>(program: Command, wiring: Wiring<Config>, done: (code: ExitCode) => void): void {
  const command = program.command('import').description('take notices into the register: eForms, TED XML, OCDS (JSON, JSON lines, packages), folders, .zip, .tar, .gz, .xz, - for standard input')
    .argument('<paths...>', 'files or folders; - reads the standard input')
    .option('--json', 'print the counts as one line of JSON')
    .option('--rejects <file>', 'where to write what could not be read (JSON lines; default: a file in the data folder)')
    .addHelpText('after', `
Repeating an import changes nothing; one that was interrupted goes on where it stopped.

Examples:
  torvet import releases.jsonl notices/ 2024-01.tar.gz
  gunzip -c big.jsonl.gz | torvet import - --json`)
    .action(async (paths: string[], options: { json?: boolean; rejects?: string }) =>
      done(await (await import('./import.ts')).importCommand(unwrap(wiring.config()), wiring, paths, options)));
  command.command('holdings').description('take in a list of who has which system: municipality, system, supplier, from, to, amount, currency, source')
    .argument('<file>', 'CSV in UTF-8, with commas or semicolons')
    .addHelpText('after', `
A holding is no purchase: it says who has what, from contract lists, invoices or answers to requests, and where that stands. Overviews
hold it against the notices. All of a list is taken in, or nothing: mistakes are told with their lines. The same list again adds nothing.

Example:
  torvet import holdings contracts.csv

Exit codes: 0 taken in; 1 mistakes, nothing taken in; 2 wrong use, or a file that cannot be read.`)
    .action(async (file: string) => done(await (await import('./holdings.ts')).holdingsCommand(unwrap(wiring.config()), wiring, file)));
}

function addSync<Config extends CommandConfig>(program: Command, wiring: Wiring<Config>, done: (code: ExitCode) => void): void {
  const sync = program.command('sync').description('fetch new notices from a public service; nothing else reaches out, unless the setting TORVET_SYNC says so');
  sync.command('ted').description('fetch from TED, Tenders Electronic Daily of the EU, what the register does not hold')
    .requiredOption('--country <code>', 'the country of the buyers in three letters: DNK')
    .option('--since <date>', 'the first day of publication (default: where the last sync of the same query ended, less 5 days; the first time 30 days back)')
    .option('--cpv <digits>', 'the first digits of CPV codes, with commas between: 48,72 (default: whatever is bought)')
    .option('--json', 'print the counts as one line of JSON')
    .addHelpText('after', `
TED is asked at most once a second. A sync that was interrupted goes on where it stopped when it is started again. For many
years at once import the monthly packages of TED instead.

Examples:
  torvet sync ted --country DNK --since 2024-01-01 --cpv 48,72
  torvet sync ted --country DNK --json

Exit codes: 0 done; 1 a notice could not be had or read; 2 wrong use, or TED cannot be reached. What was taken stays.`)
    .action(async (options: { country: string; since?: string; cpv?: string; json?: boolean }) =>
      done(await (await import('./sync.ts')).syncTedCommand(unwrap(wiring.config()), wiring, options)));
}

function addRegister<Config extends CommandConfig>(program: Command, wiring: Wiring<Config>, done: (code: ExitCode) => void): void {
  const register = program.command('register').description('look after the register');
  register.command('rebuild').description('read every process anew from its releases, and make the analysis files (Parquet, CSV) anew')
    .option('--analysis', 'the analysis files alone')
    .option('--when-behind', 'the analysis files only when they were made from another state of the register than it has now; the points of attention when they were found in other files, or by other questions')
    .option('--demo', 'of the demo world, not of the register')
    .option('--json', 'print the rows of each table as one line of JSON')
    .addHelpText('after', `
What was received is never changed. Every import makes the analysis files by itself; this is for when that failed, or when
their folder was lost. Files in use stay: a new set stands beside them and takes their place in one step.

Examples:
  torvet register rebuild
  torvet register rebuild --analysis --json

Exit codes: 0 done; 2 wrong use, or the files cannot be written. Those from before then stay.`)
    .action(async (options: { analysis?: boolean; whenBehind?: boolean; demo?: boolean; json?: boolean }) =>
      done(await (await import('./rebuild.ts')).rebuildCommand(unwrap(wiring.config()), wiring, options)));
}

function addOcds<Config extends CommandConfig>(program: Command, wiring: Wiring<Config>, done: (code: ExitCode) => void): void {
  const ocds = program.command('ocds').description('work with Open Contracting files');
  ocds.command('validate').description('check releases, packages and records against OCDS 1.1')
    .argument('<files...>', 'JSON or JSON lines; - reads the standard input')
    .option('--json', 'print [{file, valid, errors: [{path, message, help}], warnings}]')
    .addHelpText('after', '\nExample:\n  torvet ocds validate release.json --json')
    .action(async (files: string[], options: { json?: boolean }) => done(await (await import('./ocds.ts')).validateCommand(files, options, wiring.streams)));
  ocds.command('merge').description('merge the releases of each process into its compiled (or versioned) release, one JSON line for each ocid')
    .argument('<file>', 'an array of releases, a release or record package, or JSON lines; - reads the standard input')
    .option('--versioned', 'every value each field has had, with its release')
    .option('--schema <file>', 'release schema (JSON) whose merge rules to use, for example that of OCDS 1.0')
    .addHelpText('after', '\nExample:\n  torvet ocds merge releases.json --versioned > versioned.json')
    .action(async (file: string, options: { versioned?: boolean; schema?: string }) =>
      done(await (await import('./ocds.ts')).mergeCommand(file, options, wiring.streams)));
}

function addEforms<Config extends CommandConfig>(program: Command, wiring: Wiring<Config>, done: (code: ExitCode) => void): void {
  const eforms = program.command('eforms').description('work with notices in XML');
  eforms.command('to-ocds').description('write notices (eForms, TED XML) as OCDS releases, one JSON line for each')
    .argument('<files...>', 'notices, folders or archives of them; - reads the standard input')
    .option('--out <file>', 'where to write (default: the standard output)')
    .addHelpText('after', `
Ids are those of the notice. To join the notices of a procedure, import the notices themselves.

Example:
  torvet eforms to-ocds notice.xml 2024-01.tar.gz --out releases.jsonl

Exit codes: 0 all were read; 1 something is no whole notice, and the rest was written; 2 wrong use, or a path that cannot be read.`)
    .action(async (files: string[], options: { out?: string }) =>
      done(await (await import('./eforms.ts')).toOcdsCommand(unwrap(wiring.config()), files, options, wiring.streams)));
}

function addFlags<Config extends CommandConfig>(program: Command, wiring: Wiring<Config>, done: (code: ExitCode) => void): void {
  program.command('flags').description('points of attention in the register, or in any OCDS file. None of them says that anything is wrong')
    .argument('[file]', 'OCDS: JSON lines, releases, packages, records, also packed; - reads the standard input')
    .addOption(new Option('--on <world>', 'look through the analysis files of the register, or of the demo world').choices(['register', 'demo']))
    .option('--indicator <codes>', 'only these, with commas between: R018,T01 (default: all)')
    .option('--settings <file>', 'which indicators run, and how (default: all of them, by their defaults)')
    .option('--explain <ocid>', 'of one process: what each indicator says, by which rows, which rule and which source, and what may explain it')
    .option('--json', 'print everything as JSON: what is flagged, what is clear, what cannot be assessed and why')
    .option('--csv', 'print the flags as CSV, a line for each row that they rest on')
    .option('--lang <language>', 'language of the texts: da or en (default: da)')
    .addOption(new Option('--format <format>', 'another reading of the indicators: over compiled releases, in one form').choices(['cardinal']))
    .addHelpText('after', FLAGS_HELP)
    .action(async (file: string | undefined, options: FlagsOptions) => done(await (await import('./flags.ts')).flagsCommand(file, options, wiring)));
}

const FLAGS_HELP = `
Each indicator has three outcomes: a point, no point, or cannot be assessed with the reason why. What each of them means, by which
formula and with which innocent explanations, stands at /opmaerksomhed of the server and in src/oversight/indicators.

A settings file has a section for each indicator that runs, also when it is empty; an unknown key is an error:

  [R018]
  procurement_methods = open|selective

  [T01]

Format cardinal reads a compiled release on each line and prints one JSON object {"OCID": {ocid: {code: value}}, "Buyer": …,
"ProcuringEntity": …, "Tenderer": …}, value by value as cardinal 0.0.8 gives it. What is absent was not flagged, or could not be
assessed. Lines that are no JSON are skipped with a warning. Its settings also know, above the sections, currency = DKK, and its codes are
R003 short submission period, R018 single bid, R024 price close to the winning bid, R025 many unsuccessful bids, R028 identical
prices, R030 late bid won, R035 all except the winner disqualified, R036 lowest bid disqualified, R038 many disqualified bids,
R048 supplier of many kinds, R058 heavily discounted bid.

Examples:
  torvet flags --on register
  torvet flags --on register --explain ocds-xyz-1
  torvet flags releases.jsonl.gz --indicator R018 --csv > flags.csv
  torvet flags releases.jsonl --settings flags.ini --format cardinal
  gunzip -c releases.jsonl.gz | torvet flags - --format cardinal

Exit codes: 0 answered, whatever is flagged; 1 a part of the file is no release, and the rest was answered; 2 wrong use, an unknown
indicator, setting or ocid, or a file that cannot be read.`;

function addOverview<Config extends CommandConfig>(program: Command, wiring: Wiring<Config>, done: (code: ExitCode) => void): void {
  const overview = program.command('overview').description('overviews: who bought the same system, how, what they answered and what came of it');
  overview.command('export').description('write an overview as files that open without a server: a page, CSV, JSON and a tagged PDF')
    .argument('<id>', 'name of its folder in overviews/: kmd-opera')
    .argument('<folder>', 'where to write; made when it is not there')
    .addOption(new Option('--lang <language>', 'language of the texts').choices(['da', 'en']).default('da'))
    .addHelpText('after', `
The page says when and from where it was saved: a correction that comes later stands only there.

Example:
  torvet overview export kmd-opera ud/kmd-opera

Exit codes: 0 written; 2 wrong use, no such overview, one with a mistake, or a folder that cannot be written.`)
    .action(async (id: string, folder: string, options: { lang: Language }) =>
      done(await (await import('./overview.ts')).exportCommand(unwrap(wiring.config()), wiring, id, folder, options.lang)));
}

function addReceipt<Config extends CommandConfig>(program: Command, wiring: Wiring<Config>, done: (code: ExitCode) => void): void {
  const receipt = program.command('receipt').description('receipts of sealed bids');
  receipt.command('verify').description('check a receipt with no network: whether the installation signed it, as it is')
    .argument('<file>', 'the receipt as it was downloaded; - reads the standard input')
    .option('--key <file>', 'public key of the installation (PEM)')
    .option('--installation-keys <file>', 'its public keys, as saved from /.well-known/torvet-keys.json')
    .addHelpText('after', `
Without a key from elsewhere the receipt is held against the one in the file itself, which shows only that it was not changed.

Example:
  torvet receipt verify torvet-kvittering.json --installation-keys torvet-keys.json

Exit codes: 0 it holds; 1 it was changed, or another key signed it; 2 wrong use, or a file that cannot be read.`)
    .action(async (file: string, options: { key?: string; installationKeys?: string }) =>
      done(await (await import('./receipt.ts')).verifyReceiptCommand(file, options, wiring.streams)));
}

function addDemo<Config extends CommandConfig>(program: Command, wiring: Wiring<Config>, done: (code: ExitCode) => void): void {
  const demo = program.command('demo').description('the fictional demo world');
  demo.command('remove').description('remove the demo world; the register is left alone').action(async () => {
    const existed = await wiring.demo.remove(unwrap(wiring.config()));
    wiring.streams.stdout.write(existed ? 'The demo world is removed; a running server no longer shows it.\n' : 'There was no demo world.\n');
    done(0);
  });
  demo.command('restore').description('make the demo world anew at the next start of the server').action(async () => {
    await wiring.demo.restore(unwrap(wiring.config()));
    wiring.streams.stdout.write('The next start of the server makes the demo world.\n');
    done(0);
  });
}

function addLaw<Config extends CommandConfig>(program: Command, wiring: Wiring<Config>, done: (code: ExitCode) => void): void {
  const law = program.command('law').description('answer questions of Danish procurement law: guidance, not legal advice');
  for (const [name, what, example] of LAW_COMMANDS) {
    law.command(name).description(what)
      .requiredOption('--facts <file>', 'the facts as JSON; - reads the standard input')
      .option('--json', 'print the answer as JSON')
      .option('--lang <language>', 'language of the texts: da or en', 'da')
      .addHelpText('after', `
Amounts are decimal kroner without VAT. A field that is left out is not known, or the default that its description names.
Every field, and what it takes, stands at /api of the server; an unknown field is refused with the names that there are.

Example:
  echo '${example}' | torvet law ${name} --facts - --json`)
      .action(async (options: { facts: string; json?: boolean; lang: string }) => done(await (await import('./law.ts')).lawCommand(name, options, wiring.streams)));
  }
}

const LAW_COMMANDS = [
  ['route', 'must this be tendered, and how', '{"on": "2024-05-01", "kind": "services", "value": {"amount": 2000000}}'],
  ['addon', 'is this an add-on to a contract, or a new purchase', '{"on": "2024-05-01", "contract": {"kind": "services", "tendered": true, "originalValue": {"amount": 5000000}}, "purchase": {"value": {"amount": 300000}, "characterKept": true}}'],
  ['dates', 'when a time limit ends', '{"step": "open", "from": "2026-05-01", "electronic": true}'],
  ['plan', 'all steps of a procedure, forwards or back from the day of the contract', '{"procedure": "open", "mustRunBy": "2027-01-01", "electronic": true}'],
  ['where', 'where a need is best bought: advice, no law', '{"maturity": "mature", "standardisation": "standard"}'],
] as const;
