/** The tile map against the map of Denmark: what lies north or west of what, as in any atlas. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MUNICIPALITIES, type Municipality } from './municipalities.ts';

const byName = new Map(MUNICIPALITIES.map((one) => [one.name, one]));

function place(name: string): Municipality {
  const found = byName.get(name);
  assert.ok(found, name);
  return found;
}

/** Each line from north to south; neighbours or nearly so. */
const NORTH_TO_SOUTH = `
Frederikshavn Aalborg Rebild Mariagerfjord Randers Favrskov Aarhus Odder
Hjørring Brønderslev Aalborg
Jammerbugt Vesthimmerlands Skive Viborg Silkeborg Skanderborg Horsens Hedensted Fredericia
Thisted Morsø Struer Holstebro Herning Ikast-Brande Billund Vejen Tønder
Lemvig Ringkøbing-Skjern Varde Esbjerg
Norddjurs Syddjurs Samsø
Vejle Kolding Haderslev Aabenraa Sønderborg
Middelfart Assens Faaborg-Midtfyn Ærø
Nordfyns Odense Faaborg-Midtfyn
Kerteminde Nyborg Svendborg Langeland
Helsingør Hørsholm Gentofte København Tårnby Dragør
Gribskov Hillerød Furesø
Halsnæs Frederikssund Egedal Høje-Taastrup
Hørsholm Lyngby-Taarbæk Gentofte
Egedal Albertslund Ishøj
Fredensborg Allerød Rudersdal Gladsaxe Frederiksberg Hvidovre
Allerød Furesø Ballerup Glostrup Vallensbæk
Høje-Taastrup Greve Solrød Køge Faxe
Odsherred Holbæk Sorø Slagelse Vordingborg Lolland
Roskilde Lejre Ringsted Næstved Vordingborg Guldborgsund
Stevns Guldborgsund
`;

/** Each line from west to east. */
const WEST_TO_EAST = `
Jammerbugt Brønderslev Frederikshavn Læsø
Thisted Vesthimmerlands Rebild
Morsø Skive Mariagerfjord
Struer Viborg Randers Norddjurs
Lemvig Holstebro Silkeborg Favrskov Syddjurs
Ringkøbing-Skjern Herning Skanderborg Aarhus Samsø Kalundborg
Varde Billund Vejle Hedensted
Fanø Vejen Kolding Fredericia Middelfart
Esbjerg Vejen Haderslev
Tønder Aabenraa Sønderborg
Middelfart Odense Nyborg Slagelse
Assens Odense Kerteminde
Ærø Svendborg
Langeland Lolland Guldborgsund
Odsherred Frederikssund Hillerød Hørsholm
Halsnæs Gribskov Fredensborg Helsingør
Kalundborg Holbæk Lejre Albertslund Glostrup Rødovre Frederiksberg København
Egedal Furesø Rudersdal
Ballerup Herlev Gladsaxe Gentofte
Ishøj Vallensbæk Brøndby Hvidovre Tårnby
Roskilde Høje-Taastrup
Slagelse Ringsted Køge Stevns
Næstved Faxe Stevns Bornholm
`;

function pairs(lines: string): (readonly [Municipality, Municipality])[] {
  return lines.trim().split('\n').flatMap((line) => line.split(' ').map(place).flatMap((one, index, all) => {
    const next = all[index + 1];
    return next === undefined ? [] : [[one, next] as const];
  }));
}

void test('no two municipalities share a tile, and the map begins in its corner', () => {
  assert.equal(new Set(MUNICIPALITIES.map(({ column, row }) => `${column} ${row}`)).size, 98);
  for (const side of ['column', 'row'] as const) assert.equal(Math.min(...MUNICIPALITIES.map((one) => one[side])), 0);
  assert.ok(Math.max(...MUNICIPALITIES.map(({ column }) => column)) < 16, 'wider, the labels would not be legible on a phone');
});

void test('north stays north and west stays west', () => {
  const north = pairs(NORTH_TO_SOUTH);
  const west = pairs(WEST_TO_EAST);
  assert.ok(north.length + west.length >= 120, `${north.length} and ${west.length} relations`);
  assert.deepEqual(north.filter(([one, other]) => one.row >= other.row).map((both) => both.map(({ name }) => name).join(' north of ')), []);
  assert.deepEqual(west.filter(([one, other]) => one.column >= other.column).map((both) => both.map(({ name }) => name).join(' west of ')), []);
  assert.deepEqual(MUNICIPALITIES.map(({ name }) => name).filter((name) => ![...north, ...west].some((both) => both.some((one) => one.name === name))), []);
});

function ends(side: 'column' | 'row', least: boolean): string[] {
  const edge = Math[least ? 'min' : 'max'](...MUNICIPALITIES.map((one) => one[side]));
  return MUNICIPALITIES.filter((one) => one[side] === edge).map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'da'));
}

void test('the corners of the land', () => {
  assert.deepEqual(ends('row', true), ['Frederikshavn', 'Hjørring']);
  assert.deepEqual(ends('column', false), ['Bornholm']);
  for (const name of ['Lolland', 'Guldborgsund', 'Langeland', 'Ærø']) assert.ok(ends('row', false).includes(name), name);
  for (const name of ends('column', true)) assert.ok(['Lemvig', 'Ringkøbing-Skjern', 'Varde', 'Esbjerg', 'Fanø'].includes(name), name);
});

/** Land that a tile belongs to: tiles that touch by a side. */
function land(start: string): Set<string> {
  const found = new Set<string>();
  const walk = (one: Municipality): void => {
    if (found.has(one.name)) return;
    found.add(one.name);
    for (const other of MUNICIPALITIES) if (Math.abs(other.column - one.column) + Math.abs(other.row - one.row) === 1) walk(other);
  };
  walk(place(start));
  return found;
}

void test('water lies between Jutland, Funen, Zealand and the islands', () => {
  const lands = ['Aarhus', 'Odense', 'København', 'Bornholm', 'Læsø', 'Samsø', 'Ærø'].map(land);
  assert.equal(new Set(lands.flatMap((one) => [...one])).size, lands.reduce((sum, one) => sum + one.size, 0));
  assert.deepEqual(lands.map(({ size }) => size > 1), [true, true, true, false, false, false, false]);
  assert.ok(lands[1]?.has('Middelfart') && lands[1].has('Svendborg') && !lands[1].has('Fredericia'));
  assert.ok(lands[2]?.has('Slagelse') && lands[2].has('Kalundborg') && lands[2].has('Gribskov'));
});
