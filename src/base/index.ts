export * from './calendar.ts';
export * from './clock.ts';
export * from './cvr.ts';
export * from './i18n.ts';
export * from './ids.ts';
export * from './json.ts';
export * from './money.ts';
export * from './result.ts';
