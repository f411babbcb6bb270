/** Reads the law's numbers and cases, which stand in YAML so that a jurist can read and mend them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** @param name of a file in the folder of this room: "parameters/limits.yaml" @throws when it is not there or is no YAML */
export function readYaml(name: string): unknown {
  return parse(readFileSync(path.join(import.meta.dirname, name), 'utf8'), { schema: 'core', strict: true, uniqueKeys: true });
}
