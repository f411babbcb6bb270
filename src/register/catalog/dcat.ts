/** The catalogue as DCAT-AP 3 has it. @see https://semiceu.github.io/DCAT-AP/releases/3.0.0/ */
import { LANGUAGES, type Language } from '#base';
import type { Site } from '#ui';
import { DATA_LICENCE, licenceTerms } from '../licence.ts';
import { da } from './catalog.da.ts';
import { en } from './catalog.en.ts';
import { DATASETS, MEDIA_TYPES, OCDS, type CatalogDataset, type CatalogFile } from './datasets.ts';
import type { Curie, Term, Thing } from './rdf.ts';

const texts = { da, en };
const EU = 'http://publications.europa.eu/resource/authority';

type Property = readonly [Curie, Term];

/** @param url public address of this installation, without a slash at the end */
export function catalogOf(site: Site, url: string): readonly Thing[] {
  const at = (path: string): string => url + site.dataHref(path);
  const part = (name: string): string => `${at('/catalog')}#${name}`;
  const common = commonOf(site, part);
  const catalog: Thing = {
    iri: part('catalog'), type: 'dcat:Catalog',
    properties: [
      ...each('dct:title', (lang) => texts[lang][site.world === 'demo' ? 'demoName' : 'name']), ...each('dct:description', (lang) => texts[lang].lead),
      ...common, ['foaf:homepage', { iri: at('/') }], ['dct:license', { iri: DATA_LICENCE.url }], ['dcat:themeTaxonomy', { iri: `${EU}/data-theme` }],
      ['dct:language', { iri: `${EU}/language/DAN` }], ['dct:language', { iri: `${EU}/language/ENG` }],
      ...DATASETS.map(({ id }): Property => ['dcat:dataset', { iri: part(id) }]), ['dcat:service', { iri: part('api') }],
    ],
  };
  const datasets = DATASETS.flatMap((dataset) => [datasetOf(dataset, common, at, part), ...dataset.files.map((file) => distributionOf(dataset, file, site, at, part))]);
  return [catalog, ...datasets, serviceOf(common, at, part), ...partiesOf(site, at, part)];
}

type Place = (name: string) => string;

function each(name: Curie, text: (lang: Language) => string): Property[] {
  return LANGUAGES.map((lang): Property => [name, { text: text(lang), lang }]);
}

/** What catalogue, datasets and service all say. */
function commonOf(site: Site, part: Place): readonly Property[] {
  return [
    ['dct:publisher', { iri: part('publisher') }], ['dct:rights', { iri: part('terms') }],
    ...(site.updatedAt === null ? [] : [['dct:modified', { text: site.updatedAt, type: 'xsd:dateTime' }] as const]),
    ...(site.publisher.email === null ? [] : [['dcat:contactPoint', { iri: part('contact') }] as const]),
  ];
}

function datasetOf(dataset: CatalogDataset, common: readonly Property[], at: Place, part: Place): Thing {
  return {
    iri: part(dataset.id), type: 'dcat:Dataset',
    properties: [
      ...each('dct:title', (lang) => dataset.title[lang]), ...each('dct:description', (lang) => dataset.description[lang]), ['dct:identifier', { text: part(dataset.id) }],
      ...common, ['dct:accessRights', { iri: `${EU}/access-right/PUBLIC` }], ['dcat:theme', { iri: `${EU}/data-theme/GOVE` }], ['dcat:landingPage', { iri: at(dataset.page) }],
      ...LANGUAGES.flatMap((lang) => dataset.keywords[lang].map((text): Property => ['dcat:keyword', { text, lang }])),
      ...dataset.files.map((file): Property => ['dcat:distribution', { iri: part(`${dataset.id}-${file.format}`) }]),
    ],
  };
}

function distributionOf(dataset: CatalogDataset, { format, path, conformsTo }: CatalogFile, site: Site, at: Place, part: Place): Thing {
  const { type, euName } = MEDIA_TYPES[format];
  return {
    iri: part(`${dataset.id}-${format}`), type: 'dcat:Distribution',
    properties: [
      ...each('dct:title', (lang) => `${dataset.title[lang]}: ${texts[lang][`format.${format}`]}`), ['dcat:accessURL', { iri: at(dataset.page) }], ['dcat:downloadURL', { iri: at(path) }],
      ['dcat:mediaType', { iri: `http://www.iana.org/assignments/media-types/${type}` }],
      ...(euName === null ? [] : [['dct:format', { iri: `${EU}/file-type/${euName}` }] as const]),
      ['dct:license', { iri: DATA_LICENCE.url }], ['dct:rights', { iri: part('terms') }],
      ...(site.updatedAt === null ? [] : [['dct:modified', { text: site.updatedAt, type: 'xsd:dateTime' }] as const]),
      ...(conformsTo === undefined ? [] : [['dct:conformsTo', { iri: conformsTo }] as const]),
      ...(dataset.api === null ? [] : [['dcat:accessService', { iri: part('api') }] as const]),
    ],
  };
}

function serviceOf(common: readonly Property[], at: Place, part: Place): Thing {
  return {
    iri: part('api'), type: 'dcat:DataService',
    properties: [
      ...each('dct:title', (lang) => texts[lang].apiTitle), ...each('dct:description', (lang) => texts[lang].apiText), ...common,
      ['dcat:endpointURL', { iri: at('/api/v1') }], ['dcat:endpointDescription', { iri: at('/openapi.json') }], ['dcat:landingPage', { iri: at('/api') }],
      ['dct:license', { iri: DATA_LICENCE.url }], ['dct:accessRights', { iri: `${EU}/access-right/PUBLIC` }], ['dct:conformsTo', { iri: OCDS }],
      ...DATASETS.filter(({ api }) => api !== null).map(({ id }): Property => ['dcat:servesDataset', { iri: part(id) }]),
    ],
  };
}

/** Who publishes, whom to write to, the licence and the terms. */
function partiesOf(site: Site, at: Place, part: Place): readonly Thing[] {
  const { name, email } = site.publisher;
  const contact: Thing = { iri: part('contact'), type: 'vcard:Organization', properties: [['vcard:fn', { text: name }], ['vcard:hasEmail', { iri: `mailto:${email ?? ''}` }]] };
  return [
    { iri: part('publisher'), type: 'foaf:Agent', properties: [['foaf:name', { text: name }], ['foaf:homepage', { iri: at('/om') }]] },
    ...(email === null ? [] : [contact]),
    { iri: DATA_LICENCE.url, type: 'dct:LicenseDocument', properties: [['dct:identifier', { text: DATA_LICENCE.id }]] },
    { iri: part('terms'), type: 'dct:RightsStatement', properties: each('rdfs:label', (lang) => licenceTerms({ lang, world: site.world }).join(' ')) },
    { iri: OCDS, type: 'dct:Standard', properties: [['dct:title', { text: 'Open Contracting Data Standard 1.1', lang: 'en' }]] },
  ];
}
