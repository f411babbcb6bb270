export { isThere, openDatabase } from './database.ts';
export { runJob, startJobs, type Job, type JobLog, type Jobs } from './jobs.ts';
export { forget, recall, remember, storeMigrations } from './installation.ts';
export { migrate, type MigrationSource } from './migrate.ts';
export { consume, publish, type Message, type Published } from './outbox.ts';
export { openServer, type DatabaseServer, type ServerOptions } from './server.ts';
