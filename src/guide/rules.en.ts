import type { da } from './rules.da.ts';

type Texts<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Texts<T[Key]> };

export const en: Texts<typeof da> = {
  count: '{rules} rules. {confirm} of them have something that a jurist must confirm. The rules are as known on {date}.',
  contents: 'On this page', thresholds: 'Thresholds', limits: 'Other numbers', leftOut: 'What is left out',
  thresholdsLead: 'Kroner and euro without VAT. A figure that was not found stays empty; it is never worked out from a rate.', limitsLead: 'Shares, counts and periods',
  leftOutLead: 'Rules that are known and not made code, and why.',
  since: 'In force since {from}.', between: 'In force from {from} to {to}.', confirm: 'To be confirmed:', period: 'Period', dkk: 'Kroner', eur: 'Euro', source: 'Source', notFound: 'not found', name: 'Name', value: 'Value',
  laws: { udbudsloven: 'Udbudsloven (the Danish Public Procurement Act)', klagenaevnsloven: 'Act on the Complaints Board for Public Procurement', tilbudsloven: 'Tilbudsloven (the Tender Act)', directive: 'The directive and the Court of Justice', regulation1182: 'Regulation 1182/71 on periods', closed: 'Closed days' },
  tables: {
    'municipal-goods-services': 'Municipalities, regions and others below the state: goods and services', 'state-goods-services': 'The state: goods and services', works: 'Works',
    'light-services': 'Social and other specific services', 'small-lot-goods-services': 'Small lots: goods and services', 'small-lot-works': 'Small lots: works',
  },
  units: { days: 'days', 'working days': 'working days', months: 'months', years: 'years', 'per cent': '%', DKK: 'DKK', 'DKK per EUR': 'DKK per EUR', candidates: 'candidates' },
};
