import type { CommandConfig, Wiring } from './wiring.ts';

/** Every setting with its help and what counts when it is left out. No value is printed: some are secret. */
export function printSettings<Config extends CommandConfig>({ settings, streams }: Wiring<Config>): void {
  for (const [name, { help, fallback, production }] of Object.entries(settings)) {
    streams.stdout.write(`${name}\n  ${help}\n  Left out: ${fallback ?? 'the embedded database'}.${production === undefined ? '' : ' Needed in production.'}\n`);
  }
}
