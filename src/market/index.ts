export type * from './core/record.ts';
