/** Under which terms the register's data may be used: those of the compilation, and beside them those of its sources. */
import type { FigureAbout, Site } from '#ui';
import { da } from './licence.da.ts';
import { en } from './licence.en.ts';

const texts = { da, en };

/** Of what the register adds. The program's own licence is another: EUPL 1.2. */
export const DATA_LICENCE = { id: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;

/** What the file of a chart says of itself. */
export function figureAbout(site: Site): FigureAbout {
  return { world: site.world, publisher: site.publisher.name, address: (site.origin ?? '') + site.href(site.path), updated: site.updatedAt, licence: DATA_LICENCE.url };
}

/** What the licence covers, and the terms of the sources that it leaves alone; a sentence or two each. */
export function licenceTerms({ lang, world }: Pick<Site, 'lang' | 'world'>): readonly string[] {
  const t = texts[lang];
  return world === 'demo' ? [t.demo] : [t.own, t.ted, t.eforms, t.ocds];
}
