export type * from './header.ts';
