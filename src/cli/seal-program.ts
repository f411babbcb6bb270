import type { Command } from 'commander';
import type { CheckOptions, SealOptions, SharesOptions } from './seal.ts';
import type { ExitCode, Streams } from './wiring.ts';

/** The commands of sealed bids. They need no installation and no network: a bid is sealed wherever its bidder trusts the machine. */
export function addSeal(program: Command, streams: Streams, done: (code: ExitCode) => void): void {
  const key = program.command('key').description('keys of people: holders of a key set, and bidders');
  key.command('prove').description('answer what a purchase asks of the key of a holder: decrypt its challenge')
    .argument('<file>', 'the challenge, as the page of the purchase shows it (base64); - reads the standard input')
    .requiredOption('--identity <file>', 'the secret key, as "torvet key new" wrote it')
    .addHelpText('after', `
Example:
  torvet key prove challenge.txt --identity torvet.key

Exit codes: 0 the answer was written; 2 the key does not open it, or a file cannot be read.`)
    .action(async (file: string, options: { identity: string }) => done(await (await import('./seal.ts')).proveKeyCommand(file, options, streams)));
  key.command('new').description('make a key: a secret half that stays here, and a public half (age1…) to give to others')
    .option('--out <file>', 'where to write the secret half, for this user alone (default: the standard output); a file that is there is left alone')
    .option('--json', 'print {identity, recipient}; with --out {recipient}')
    .addHelpText('after', `
Who has the file can open what was encrypted for the public half. Nobody can make it again when it is lost.

Example:
  torvet key new --out torvet.key`)
    .action(async (options: { out?: string; json?: boolean }) => done(await (await import('./seal.ts')).newKeyCommand(options, streams)));
  addSealing(program, streams, done);
  program.command('shares').description('what a holder of a key set does at the opening').command('open').description('decrypt the shares of all bids of a purchase that are for this holder, and what to commit to before revealing them')
    .argument('<file>', '{purchase, keySet, bids: [{submission, header}]} as the purchase gives it; - reads the standard input')
    .requiredOption('--identity <file>', 'the secret key of the holder, as "torvet key new" wrote it')
    .option('--out <file>', 'where to write {purchase, holder, commitment, shares}, for this user alone (default: the standard output)')
    .addHelpText('after', `
Give the purchase the commitment first. Reveal the file only when enough holders have committed.

Example:
  torvet shares open shares.json --identity torvet.key --out reveal.json

Exit codes: 0 all were opened; 1 a bid holds no share for this holder, and the rest was written; 2 wrong use, another holder's key, or a file that cannot be read.`)
    .action(async (file: string, options: SharesOptions) => done(await (await import('./seal-shares.ts')).openSharesCommand(file, options, streams)));
}

function addSealing(program: Command, streams: Streams, done: (code: ExitCode) => void): void {
  const seal = program.command('seal').description('seal a bid without a browser and without a network')
    .argument('[files...]', 'files of the bid, in the order in which they are to be read')
    .option('--key-set <file>', 'key set of the purchase (JSON)')
    .option('--lot <id>', 'the lot')
    .option('--supplier <id>', 'id of the supplier, as its page shows it')
    .option('--bid-version <number>', 'from 1; a bid that replaces another has a higher one')
    .option('--bid <file>', 'answers and prices (JSON); the list of the files is put in by this command')
    .option('--purchase <id>', 'the purchase; the key set must be its own')
    .option('--out <file>', 'where to write the sealed bid; a file that is there is left alone')
    .option('--json', 'print {file, envelope, bytes, parts}')
    .addHelpText('after', `
Only the holders of the key set together can open what is sealed, not even its bidder can. It is SUBMITTED when the purchase has given a
receipt for it, and not before. Amounts in the bid are texts ("1234.50"), so that no number is changed by who reads it.

Example:
  torvet seal --key-set keyset.json --purchase 01890a5d-ac96-774b-bcce-b302099a8057 --lot 1 --supplier 01890a5d-ac96-774b-bcce-b302099a8058 \\
    --bid-version 1 --bid bid.json solution.pdf prices.xlsx --out bid.torvet
  torvet seal check bid.torvet

Exit codes: 0 sealed; 2 wrong use, or a file that cannot be read or written.`)
    .action(async (files: string[], options: SealOptions) => done(await (await import('./seal.ts')).sealCommand(files, options, streams)));
  seal.command('check').description('whether a sealed bid came through whole, and what it was sealed for. What is in it stays sealed')
    .argument('<file>', 'what "torvet seal" wrote; - reads the standard input')
    .option('--key-set <file>', 'also check that it was sealed for this key set')
    .option('--json', 'print {valid, envelope, purchase, lot, supplier, bidVersion, parts} or {valid, message, help}')
    .addHelpText('after', `
Example:
  torvet seal check bid.torvet --key-set keyset.json

Exit codes: 0 whole; 1 cut short, changed, or sealed for another key set; 2 wrong use, or a file that cannot be read.`)
    .action(async (file: string, _own: object, command: Command) => done(await (await import('./seal.ts')).checkCommand(file, command.optsWithGlobals<CheckOptions>(), streams)));
}
