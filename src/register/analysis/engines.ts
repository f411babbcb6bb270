/** For `npm run test:engines`, which asks two engines about the same files. */
export { CLICKHOUSE_FORMAT, CLICKHOUSE_SETTINGS, rowsOf } from './clickhouse-values.ts';
export { openDuck, quoted } from './duck.ts';
export { duckRows } from './duck-values.ts';
export { writeReleases } from './releases.ts';
