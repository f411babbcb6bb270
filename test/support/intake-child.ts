/** A server of intake in a process of its own. Arguments: connection (JSON), and for tests the point at which it ends itself as a power cut would. Prints its port. */
import type { ClientConfig } from 'pg';
import { systemClock } from '#base';
import type { IntakeTables } from '#intake';
import { openDatabase } from '#store';
import { intakeAt } from './intake-bids.ts';
import { intakeServer } from './intake-server.ts';

const [connection = '', point = '', wait = '0'] = process.argv.slice(2);
const db = openDatabase<IntakeTables>(JSON.parse(connection) as ClientConfig, 10);
const { port } = await intakeServer({
  ...intakeAt(db, systemClock.now()), clock: systemClock,
  reached: async (reached) => {
    if (reached !== point) return;
    // What was sent to the database is on its way by then; a trigger of the test keeps it from being committed.
    await new Promise((resolve) => { setTimeout(resolve, Number(wait)); });
    process.kill(process.pid, 'SIGKILL');
  },
});
process.stdout.write(`${port}\n`);
