/** Settings of Torvet's own mode: those of its indicators. What only the compatible mode can follow is refused by name, and never passed over. */
import { fail, type Failure, type Result } from '#base';
import type { Described } from '../indicators/indicator.ts';
import { mistake, readIni, type IniSection } from './ini.ts';
import { ELSEWHERE, EXCLUSIONS, GENERAL, readSettingsOf, type FlagSettings } from './settings.ts';

const DETAILS = 'The tables of the register hold the procedure by its code, not in the words of the publisher. Narrow an indicator by its own settings (procurement_methods)';
const COMPATIBLE = 'or use the compatible mode: --format cardinal.';
/** Why each cannot be followed here. */
const WHY: Readonly<Record<string, string>> = {
  currency: 'Here amounts are compared lot by lot, each in its own currency. Leave it out,',
  no_price_comparison_procurement_methods: 'Here prices are compared where a notice says that price alone decides. Leave it out,',
  price_comparison_procurement_methods: 'Here prices are compared where a notice says that price alone decides. Leave it out,',
};
const PREPARING = 'It prepares data, and here data is looked at as it was published. Leave it out.';

/** As `readSettingsOf`, and a setting that this mode does not follow is a failure that names it. */
export function readOwnSettings<One extends Described>(indicators: readonly One[], text: string): Result<FlagSettings<One>> {
  const sections = readIni(text);
  if (!sections.ok) return sections;
  for (const section of sections.value) {
    const refused = refusal(indicators, section);
    if (refused !== null) return fail(refused);
  }
  return readSettingsOf(indicators, text);
}

function refusal(indicators: readonly Described[], { name, line, entries }: IniSection): Failure | null {
  if (ELSEWHERE.has(name)) return mistake(line, `[${name}] is no section that this mode follows`, PREPARING);
  if (name === '') {
    const general = entries.find(({ key }) => Object.hasOwn(GENERAL, key));
    return general === undefined ? null : mistake(general.line, `"${general.key}" is no setting that this mode follows`, `${WHY[general.key] ?? ''} ${COMPATIBLE}`);
  }
  if (name === 'exclusions') {
    const first = entries.find(({ key }) => Object.hasOwn(EXCLUSIONS, key));
    return mistake(first?.line ?? line, `[exclusions]${first === undefined ? '' : ` ${first.key}`} is no setting that this mode follows`, `${DETAILS}, ${COMPATIBLE}`);
  }
  const [code = '', within] = name.split('.');
  const isOfCompatible = within === 'procurement_method_details' && indicators.some((one) => one.code === code && !Object.hasOwn(one.settings, within));
  return isOfCompatible ? mistake(line, `[${name}] is no section that this mode follows`, `${DETAILS}, ${COMPATIBLE}`) : null;
}
