import type { da } from './licence.da.ts';

export const en: Record<keyof typeof da, string> = {
  own: 'The compilation (selection, joining and codes) may be used under Creative Commons Attribution 4.0 (CC BY 4.0) when the publisher is named. The notices themselves keep the terms of the place that published them.',
  demo: 'Fictional data, made for Torvet. They may be used under Creative Commons Attribution 4.0 (CC BY 4.0).',
  ted: 'Notices from TED: reuse under Commission Decision 2011/833/EU when the source is named (http://data.europa.eu/eli/dec/2011/833/oj).',
  eforms: 'Notices in eForms that are published nationally only: under the terms of the place that published them.',
  ocds: 'Data in OCDS: under each publisher\u2019s own terms. Some publishers state none; ask them before you pass the data on.',
};
