/** What time moves. Whoever runs this opens nothing and decides nothing for people: it gives the commands that are due, in the order of their instants. */
import { unwrap } from '#base';
import { lockRecord, readDue, takeDue, type DueRow, type MarketTransaction } from './records.store.ts';
import { changed, contextOf, parentFor, write, type Market, type Run } from './run.ts';

const AT_A_TIME = 200;

/** Gives everything that is due, each in a transaction of its own. @returns how many commands were given. */
export async function catchUp(market: Market): Promise<number> {
  let given = 0;
  const failed = new Set<string>();
  for (;;) {
    const rows = (await readDue(market.db, market.clock.now(), AT_A_TIME)).filter((row) => !failed.has(nameOf(row)));
    if (rows.length === 0) break;
    for (const row of rows) {
      try {
        if (await giveDue(market, row)) given += 1;
      } catch (error) {
        // It stays due and is tried again; the others do not wait for it.
        failed.add(nameOf(row));
        market.report(error, nameOf(row));
      }
    }
  }
  if (given > 0) market.wake();
  return given;
}

function nameOf({ record, command, at }: DueRow): string {
  return `${command} of ${record} at ${at}`;
}

/** @returns false when it is not to be given any more: another worker has done it, or the record has moved on. */
async function giveDue(market: Market, row: DueRow): Promise<boolean> {
  return market.db.transaction().execute(async (trx) => await takeDue(trx, row) && giveIn(market, trx, row));
}

/** Gives a command that is time's to give, when something else than an instant says that it is time: that enough holders have revealed. @returns false when the record has moved on */
export async function giveByTime(market: Market, order: { readonly command: string; readonly record: string }): Promise<boolean> {
  const given = await market.db.transaction().execute((trx) => giveIn(market, trx, order));
  if (given) market.wake();
  return given;
}

async function giveIn(market: Market, trx: MarketTransaction, { command: name, record: id }: { readonly command: string; readonly record: string }): Promise<boolean> {
  const command = market.kinds.command(name);
  if (command === null || command.starts || !command.byTime) throw new Error(`Nothing that time can give is called ${name}.`);
  const record = await lockRecord(trx, id);
  if (record === null || !command.from.includes(record.state)) return false;
  const run: Run = { market, trx, actor: null, order: { command: command.name, record: record.id, input: {}, version: null, key: null }, input: {}, proposer: null };
  const context = await contextOf(run, await parentFor(run, record, command.asks), record, command);
  const change = unwrap(command.decide(record, {}, context));
  await write(run, command, record, changed(record, change), change, context);
  return true;
}
