import { Command, CommanderError } from 'commander';
import { FailureError, unwrap, type Failure } from '#base';
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
  torvet ocds validate release.json           check files against Open Contracting 1.1
  torvet settings                             every setting and what it does

Exit codes: 0 done; 1 the check says no, or something was rejected; 2 wrong use, or input that cannot be read.`);
  addServe(program, wiring, done);
  addImport(program, wiring, done);
  addOcds(program, wiring, done);
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
  program.command('import').description('take notices into the register: JSON, JSON lines, OCDS packages, .gz, folders, - for standard input')
    .argument('<paths...>', 'files or folders; - reads the standard input')
    .option('--json', 'print the counts as one line of JSON')
    .option('--rejects <file>', 'where to write what could not be read (JSON lines; default: a file in the data folder)')
    .addHelpText('after', `
Repeating an import changes nothing; one that was interrupted goes on where it stopped.

Examples:
  torvet import releases.jsonl
  gunzip -c big.jsonl.gz | torvet import - --json`)
    .action(async (paths: string[], options: { json?: boolean; rejects?: string }) =>
      done(await (await import('./import.ts')).importCommand(unwrap(wiring.config()), wiring, paths, options)));
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
