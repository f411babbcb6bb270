import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { fixedClock } from '#base';
import { importFiles, makeDemoWorld } from '#register';
import { testRegister } from '../../test/support/database.ts';
import { buildServer } from './server.ts';

interface N3Term { readonly value: string; readonly language?: string; readonly datatype?: { readonly value: string } }
interface N3Quad { readonly subject: N3Term; readonly predicate: N3Term; readonly object: N3Term }
const { Parser } = createRequire(import.meta.url)('n3') as { Parser: new (options: { format: string }) => { parse(text: string): N3Quad[] } };

type Field = { readonly '@id'?: string; readonly '@value'?: string; readonly '@language'?: string; readonly '@type'?: string };
type Node = Readonly<Record<string, string | readonly Field[]>> & { readonly '@id': string; readonly '@type': string };
interface Document { readonly '@context': Readonly<Record<string, string>>; readonly '@graph': readonly Node[] }

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const [register, demo] = [await testRegister(), await testRegister()];
const PUBLISHER = 'Prøven "& <b>\\ \n\u0007😀';
let app: FastifyInstance;

before(async () => {
  await makeDemoWorld(demo);
  await importFiles(register, ['-'], { input: Readable.from(['{"ocid":"o","id":"1","date":"2026-01-02T03:04:05Z","tag":["tender"],"initiationType":"tender","tender":{"id":"t","title":"Lønsystem"}}\n']), inputName: 'one.jsonl' });
  app = await buildServer({ worlds: { register, demo }, clock: fixedClock('2026-11-22T12:00:00Z'), url: 'https://torvet.example', publisher: PUBLISHER, contact: 'post@torvet.example', metricsToken: null, logLevel: 'silent' });
});

const get = async (url: string, accept?: string) => app.inject({ url, headers: accept === undefined ? {} : { accept } });
const catalog = async (world = ''): Promise<Document> => (await get(`${world}/catalog.jsonld`)).json<Document>();
const of = ({ '@graph': nodes }: Document, type: string): readonly Node[] => nodes.filter((node) => node['@type'] === type);
const fields = (node: Node, name: string): readonly Field[] => (node[name] ?? []) as readonly Field[];
const statement = (subject: string, predicate: string, object: string): string => JSON.stringify([subject, predicate, object]);

/** Every statement of the JSON-LD: the context holds prefixes and nothing else. */
function statementsOf({ '@context': prefixes, '@graph': nodes }: Document): readonly string[] {
  const whole = (curie: string): string => curie.replace(/^(\w+):/, (_all, prefix: string) => prefixes[prefix] ?? assert.fail(`the prefix ${prefix} is unknown`));
  return nodes.flatMap((node) => Object.entries(node).filter(([name]) => name !== '@id').flatMap(([name, value]) => (typeof value === 'string'
    ? [statement(node['@id'], RDF_TYPE, whole(value))]
    : value.map((field) => statement(node['@id'], whole(name), field['@id'] ?? `${field['@value'] ?? ''}@${field['@language'] ?? ''}^${field['@type'] === undefined ? `${XSD}string` : whole(field['@type'])}`)))));
}

describe('DCAT-AP', () => {
  /** Mandatory in DCAT-AP 3, and what the reader of a catalogue cannot do without. */
  const MANDATORY: Readonly<Record<string, readonly string[]>> = {
    'dcat:Catalog': ['dct:title', 'dct:description', 'dct:publisher', 'dcat:dataset', 'dcat:service', 'dct:license', 'foaf:homepage', 'dct:language', 'dcat:themeTaxonomy', 'dct:modified'],
    'dcat:Dataset': ['dct:title', 'dct:description', 'dct:publisher', 'dcat:contactPoint', 'dcat:distribution', 'dcat:theme', 'dcat:keyword', 'dct:accessRights', 'dct:modified', 'dcat:landingPage'],
    'dcat:Distribution': ['dcat:accessURL', 'dcat:downloadURL', 'dcat:mediaType', 'dct:license', 'dct:rights', 'dct:modified'],
    'dcat:DataService': ['dct:title', 'dcat:endpointURL', 'dcat:endpointDescription', 'dcat:servesDataset', 'dct:conformsTo', 'dct:license'],
    'foaf:Agent': ['foaf:name'], 'vcard:Organization': ['vcard:fn', 'vcard:hasEmail'], 'dct:RightsStatement': ['rdfs:label'],
  };

  test('what is mandatory is there, in both languages, and every thing that is named is described', async () => {
    for (const world of ['', '/demo']) {
      const document = await catalog(world);
      for (const [type, names] of Object.entries(MANDATORY)) {
        const nodes = of(document, type);
        assert.ok(nodes.length > 0, type);
        for (const node of nodes) for (const name of names) assert.ok(fields(node, name).length > 0, `${node['@id']} ${name}`);
      }
      for (const node of document['@graph']) {
        for (const name of ['dct:title', 'dct:description']) {
          const languages = fields(node, name).map((field) => field['@language']);
          if (languages.length > 1) assert.deepEqual(languages, ['da', 'en'], node['@id']);
        }
      }
      const own = document['@graph'].map((node) => node['@id']);
      assert.equal(new Set(own).size, own.length);
      const named = document['@graph'].flatMap((node) => Object.values(node).flatMap((value) => (typeof value === 'string' ? [] : value.flatMap((field) => field['@id'] ?? []))));
      assert.deepEqual(named.filter((iri) => iri.includes('/catalog#') && !own.includes(iri)), []);
      assert.ok(of(document, 'dcat:Dataset').length >= 3);
    }
  });

  test('each file answers, of the kind that is declared, and each page does', async () => {
    for (const world of ['', '/demo']) {
      const distributions = of(await catalog(world), 'dcat:Distribution');
      assert.ok(distributions.length >= 15);
      for (const node of distributions) {
        for (const name of ['dcat:downloadURL', 'dcat:accessURL']) {
          const [{ '@id': url = '' } = {}] = fields(node, name);
          assert.ok(url.startsWith(`https://torvet.example${world}/`), url);
          const answer = await get(url.replace('https://torvet.example', ''));
          assert.equal(answer.statusCode, 200, url);
          if (name === 'dcat:downloadURL') assert.equal(`http://www.iana.org/assignments/media-types/${String(answer.headers['content-type']).split(';')[0] ?? ''}`, fields(node, 'dcat:mediaType')[0]?.['@id'], url);
          if (url.endsWith('.gz')) assert.match(gunzipSync(answer.rawPayload).toString(), /^\{/);
        }
      }
      const [service] = of(await catalog(world), 'dcat:DataService');
      assert.ok(service);
      for (const name of ['dcat:endpointDescription', 'dcat:landingPage']) assert.equal((await get((fields(service, name)[0]?.['@id'] ?? '').replace('https://torvet.example', ''))).statusCode, 200, name);
    }
  });

  test('Turtle and JSON-LD say the same, to the last statement, whatever the publisher is called', async () => {
    for (const world of ['', '/demo']) {
      const quads = new Parser({ format: 'text/turtle' }).parse((await get(`${world}/catalog.ttl`)).body);
      const turtle = quads.map(({ subject, predicate, object }) => statement(subject.value, predicate.value, object.datatype === undefined ? object.value
        : `${object.value}@${object.language ?? ''}^${object.language ? `${XSD}string` : object.datatype.value}`));
      assert.deepEqual(turtle.toSorted(), statementsOf(await catalog(world)).toSorted());
      assert.ok(turtle.length > 200);
      assert.ok(quads.some(({ object }) => object.value === PUBLISHER));
    }
  });
});

describe('/catalog', () => {
  test('answers in the form that is asked for', async () => {
    const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    const cases = [
      [undefined, 'application/ld+json'], ['*/*', 'application/ld+json'], ['application/json', 'application/ld+json'], ['text/turtle', 'text/turtle'], ['text/turtle;q=0.5, application/ld+json', 'application/ld+json'],
      [browser, 'text/html'], ['text/*', 'text/turtle'], ['image/png', 'application/ld+json'], ['text/html;q=0.1, */*', 'application/ld+json'], ['text/html;q=x', 'application/ld+json'],
    ] as const;
    for (const [accept, type] of cases) {
      const answer = await get('/catalog', accept);
      assert.deepEqual([answer.statusCode, String(answer.headers['content-type']).split(';')[0], answer.headers['vary']], [200, type, 'accept'], accept ?? 'none');
    }
    for (const [page, words] of [['/catalog', 'Åbne data'], ['/en/catalog', 'Open data'], ['/en/demo/catalog', 'the demo world'], ['/demo/catalog', 'demoverdenens']] as const) assert.ok((await get(page, browser)).body.includes(words), page);
    assert.doesNotMatch((await get('/demo/catalog', browser)).body, /2011\/833/, 'fictional data have no sources');
  });
});
