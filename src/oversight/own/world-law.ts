/** By which law a world is judged. */
import type { AnalysisPlace } from '#register';
import type { FlagSettings } from '../settings/settings.ts';
import type { Asked } from '../indicators/indicator.ts';

/**
 * The register is judged by the law of each buyer's country. The demo's municipalities lie in a land of fable, so the demo declares
 * the law that its stories are told under: the Danish. The two worlds are separate databases, and no figure is of both.
 */
const DECLARED: Readonly<Record<AnalysisPlace['world'], string | null>> = { register: null, demo: 'DK' };

export function settingsOf(world: AnalysisPlace['world'], settings: FlagSettings<Asked>): FlagSettings<Asked> {
  const law = DECLARED[world];
  return law === null ? settings : { ...settings, texts: new Map([...settings.texts, ['world.law', law]]) };
}
