/** Points of attention for programs. */
import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { unwrap } from '#base';
import { readPage, type Serving } from '#register';
import { ASKED } from '../indicators/asked.ts';
import type { Asked, Text } from '../indicators/indicator.ts';
import { readCoverage, readRun } from './coverage.store.ts';
import { searchFlags } from './flags.store.ts';
import { FlagPageSchema, FlagSearchSchema, IndicatorsSchema, readFlagQuery, type CoverageRow, type FlagSearch } from './flags.view.ts';
import { readmeOf } from './readme.ts';

/** Danish for the page of the API: keys of a schema that begin with `x-` come into the OpenAPI document as they are. */
const FLAGS_IN_DANISH = {
  summary: 'Søg i opmærksomhedspunkter, hvert med de rækker, det bygger på',
  indicator: 'Koden for et punkt.',
  ocid: 'Open Contracting ID for et forløb, som punktet står ved, eller som en af dets rækker står i.',
  organisation: 'Nøglen til en organisation, som punktet angår, som køber eller leverandør.',
  buyer: 'Nøglen til køberen.',
  supplier: 'Nøglen til leverandøren.',
  country: 'Købers land: ISO 3166-1 alpha-2; "unknown": ikke oplyst.',
  year: 'Året for punktets dag.',
  sort: 'Rækkefølgen. "highest" og "lowest" går efter tallet og kræver ét punkt.',
  after: 'Stedet fra feltet "next" på en side.',
  before: 'Stedet fra feltet "previous" på en side.',
  limit: 'Rækker på en side.',
} as const;
const INDICATORS_IN_DANISH = { summary: 'De punkter, der spørges om: tekster, definition og hvor meget der kunne vurderes' } as const;

export function flagApi(app: FastifyInstance, serving: Serving): void {
  app.get<{ Querystring: FlagSearch }>('/api/v1/flags', {
    schema: { summary: 'Search points of attention, each with the rows that it rests on', tags: ['flags'], querystring: FlagSearchSchema, response: { 200: FlagPageSchema }, ...inDanish(FLAGS_IN_DANISH) },
  }, async (request) => {
    const { total, sort, rows, next, previous } = unwrap(await searchFlags(serving.database(request), readFlagQuery(request.query), readPage(request.query)));
    return { total, sort, rows, next, previous };
  });
  app.get('/api/v1/flags/indicators', {
    schema: { summary: 'What is asked: texts, definitions, and how much could be assessed', tags: ['flags'], response: { 200: IndicatorsSchema }, ...inDanish(INDICATORS_IN_DANISH) },
  }, async (request) => {
    const db = serving.database(request);
    const [run, coverage] = await Promise.all([readRun(db), readCoverage(db)]);
    const rows = Map.groupBy(coverage, ({ indicator }) => indicator);
    return { run, indicators: await Promise.all(ASKED.map((indicator) => indicatorView(indicator, rows.get(indicator.code) ?? []))) };
  });
}

function inDanish(words: Readonly<Record<string, string>>): object {
  return { 'x-danish': words };
}

async function indicatorView(indicator: Asked, coverage: readonly CoverageRow[]): Promise<Static<typeof IndicatorsSchema>['indicators'][number]> {
  const { code, title, says, cannotBeAssessed, innocent, question } = indicator;
  const { text: definition } = await readmeOf(indicator, 'en');
  const of = (outcome: CoverageRow['outcome']): number => coverage.filter((row) => row.outcome === outcome).reduce((sum, { count }) => sum + count, 0);
  return {
    code, title, says, cannotBeAssessed, innocent, value: question.value, unit: question.unit, reasons: listed(question.reasons), rows: listed(question.rows), definition,
    flagged: of('flagged'), clear: of('clear'), notAssessed: of('not-assessed'),
    coverage: coverage.map(({ country, source, form, outcome, reason, count }) => ({ country, source, form, outcome, reason, count })),
  };
}

function listed(texts: Readonly<Record<string, Text>>): { code: string; da: string; en: string }[] {
  return Object.entries(texts).map(([code, { da, en }]) => ({ code, da, en }));
}
