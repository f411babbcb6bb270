import type { FieldId } from './fields.ts';

/** About how many employees: large 250 and more, medium 50 to 249, small below. */
export type SupplierSize = 'large' | 'medium' | 'small';

/** A fictional supplier. Names are put together so that no company is meant. */
export interface DemoSupplier {
  /** "L" and four digits: no company register numbers like this. */
  readonly number: string;
  readonly name: string;
  readonly town: string;
  readonly size: SupplierSize;
  readonly fields: readonly FieldId[];
}

type Row = readonly [name: string, town: string, ...fields: FieldId[]];

const LARGE: readonly Row[] = [
  ['Kolossia Data A/S', 'Svarekøbing', 'jobcentre', 'social', 'records', 'finance', 'daycare'],
  ['Storkevinge Systemer A/S', 'Sagnborg', 'jobcentre', 'care', 'records', 'school', 'property'],
  ['Grandivo Drift A/S', 'Fyrtøjborg', 'hosting', 'network', 'security', 'licences'],
  ['Mammutia Teknik A/S', 'Svarekøbing', 'network', 'hosting', 'licences', 'welfare'],
  ['Lønlodsen A/S', 'Klædeminde', 'payroll'],
  ['Ultrahav Nordika A/S', 'Torvebodø', 'finance', 'care', 'social', 'integration'],
  ['Trebjælke Licens A/S', 'Stempelsø', 'licences', 'network', 'school'],
  ['Vandrefalk Digital A/S', 'Svarekøbing', 'website', 'integration', 'ai', 'advice', 'jobcentre'],
];

const MEDIUM: readonly Row[] = [
  ['Kompasblomst A/S', 'Sagnborg', 'jobcentre', 'social'],
  ['Vejvalget Data A/S', 'Drømminge', 'jobcentre', 'records'],
  ['Trædesten Fagsystemer A/S', 'Blækkerup', 'jobcentre', 'social', 'daycare'],
  ['Havblik Omsorgsdata A/S', 'Torvebodø', 'care', 'welfare'],
  ['Lampelyset A/S', 'Klædeminde', 'care', 'welfare', 'social'],
  ['Hverdagsklokken A/S', 'Fyrtøjborg', 'care', 'welfare'],
  ['Skarvøje A/S', 'Tinsolderød', 'security', 'network', 'hosting'],
  ['Natuglevagt Sikkerhed A/S', 'Fyrtøjborg', 'security', 'dataprotection'],
  ['Tårnfløj A/S', 'Svarekøbing', 'security', 'integration', 'hosting'],
  ['Skrivebordsskuffen A/S', 'Stempelsø', 'records', 'property', 'website'],
  ['Arkimandus A/S', 'Svarekøbing', 'records', 'library'],
  ['Læselampe Læring A/S', 'Blækkerup', 'school', 'daycare', 'library'],
  ['Klasselokalet Digital A/S', 'Sagnborg', 'school', 'daycare'],
  ['Bogstavhuset A/S', 'Klædeminde', 'school', 'library'],
  ['Landkending A/S', 'Snirkelbæk', 'gis', 'environment', 'property'],
  ['Højdekurve Kort A/S', 'Talemarke', 'gis', 'environment'],
  ['Murstensdata A/S', 'Tinsolderød', 'property', 'environment', 'gis'],
  ['Skovstjerne Hosting A/S', 'Drømminge', 'hosting', 'security', 'licences'],
  ['Kobberkabel & Lys A/S', 'Blækkerup', 'network', 'environment'],
  ['Sejlgarn Netværk A/S', 'Krambodnæs', 'network', 'hosting'],
  ['Brolægger Integration A/S', 'Fyrtøjborg', 'integration', 'finance', 'records'],
  ['Datafløden A/S', 'Torvebodø', 'integration', 'finance', 'ai'],
  ['Regnebræt Økonomi A/S', 'Stempelsø', 'finance', 'advice'],
  ['Vinduesplads A/S', 'Ællingsø', 'website', 'advice', 'records'],
  ['Spørgebord A/S', 'Lyttestrup', 'website', 'hosting', 'ai'],
  ['Licensbryggen A/S', 'Krambodnæs', 'licences', 'advice'],
  ['Tankestreg Rådgivning A/S', 'Svarekøbing', 'advice', 'integration', 'dataprotection'],
  ['Klarsynet A/S', 'Klædeminde', 'ai', 'finance', 'advice'],
];

const SMALL: readonly Row[] = [
  ['Jobstien ApS', 'Undrelev', 'jobcentre'],
  ['Mandagsmøde ApS', 'Notatved', 'jobcentre', 'advice'],
  ['Refusionssporet ApS', 'Ordrumlev', 'jobcentre', 'finance'],
  ['Barnets Bro ApS', 'Hyldemorsted', 'social', 'daycare'],
  ['Delmål ApS', 'Spindelev', 'social', 'care'],
  ['Pladslisten ApS', 'Kvitterup', 'social', 'daycare'],
  ['Rundtur ApS', 'Tommelev', 'care'],
  ['Skærmvennen ApS', 'Skæppevig', 'care', 'welfare'],
  ['Plejekalender ApS', 'Aftenløse', 'care', 'payroll'],
  ['Trygtrin ApS', 'Hviskelund', 'welfare'],
  ['Sovedyr Sensorik ApS', 'Nattergalved', 'welfare', 'environment'],
  ['Pilleuret ApS', 'Prisminge', 'welfare'],
  ['Griffelkassen ApS', 'Gådelev', 'school'],
  ['Skemamageren ApS', 'Foliovig', 'school', 'payroll'],
  ['Kridtstreg ApS', 'Skriblerup', 'school', 'website'],
  ['Legestuens Data ApS', 'Fabelsø', 'daycare'],
  ['Gyngehest IT ApS', 'Sommerfugløse', 'daycare', 'school'],
  ['Lånerkortet ApS', 'Papirholt', 'library'],
  ['Bogvogn Teknik ApS', 'Bismerholm', 'library', 'property'],
  ['Hallen er Fri ApS', 'Tankeløse', 'library', 'property'],
  ['Dagsordenen ApS', 'Svarekøbing', 'records'],
  ['Hyldemeter ApS', 'Papirholt', 'records', 'gis'],
  ['Postduen Sortering ApS', 'Stempelsø', 'records', 'ai'],
  ['Velkommen Indenfor ApS', 'Ællingsø', 'payroll', 'website'],
  ['Vagtbytte ApS', 'Lyttestrup', 'payroll', 'care'],
  ['Første Arbejdsdag ApS', 'Undrelev', 'payroll'],
  ['Tallinjen ApS', 'Vægtskålø', 'finance', 'ai'],
  ['Kontraktskabet ApS', 'Prisminge', 'finance', 'dataprotection'],
  ['Skrællet Løg Webbureau ApS', 'Talemarke', 'website'],
  ['Udfyld Her ApS', 'Kvitterup', 'website', 'advice'],
  ['Ringop ApS', 'Drømminge', 'website', 'network'],
  ['Fortegnelsen ApS', 'Notatved', 'dataprotection'],
  ['Slettefrist ApS', 'Remsestrup', 'dataprotection', 'records'],
  ['Tilsynsrejsen ApS', 'Klodshanslev', 'dataprotection', 'advice'],
  ['Koordinat Nul ApS', 'Pergaminge', 'gis'],
  ['Lokalplan Plus ApS', 'Vrimlested', 'gis', 'property'],
  ['Dronevinkel ApS', 'Lispundlev', 'gis', 'environment'],
  ['Nøglebrik ApS', 'Bismerholm', 'property', 'security'],
  ['Byggestabel ApS', 'Ordrumlev', 'property'],
  ['Beholder Seks ApS', 'Hviskelund', 'environment'],
  ['Åløb Måling ApS', 'Nattergalved', 'environment'],
  ['P-Skiven Digital ApS', 'Snirkelbæk', 'environment', 'website'],
  ['Genopret ApS', 'Spindelev', 'hosting', 'security'],
  ['Måge & Mast Support ApS', 'Skæppevig', 'hosting', 'network'],
  ['Licenslup ApS', 'Remsestrup', 'licences'],
  ['Firkløver Software ApS', 'Tommelev', 'licences', 'integration'],
  ['Hvid Hat Nord ApS', 'Gådelev', 'security'],
  ['Nøglering Identitet ApS', 'Fabelsø', 'security', 'integration'],
  ['Snitfladen ApS', 'Ællingsø', 'integration'],
  ['Robotgryden ApS', 'Skriblerup', 'integration', 'ai'],
  ['Sprogkværn ApS', 'Sagnborg', 'ai'],
  ['Diktafonien ApS', 'Klædeminde', 'ai', 'care'],
  ['Kildehenvisning ApS', 'Foliovig', 'ai', 'records'],
  ['Skærmlæser & Søn ApS', 'Sommerfugløse', 'advice', 'website'],
  ['Byggeklods Arkitektur ApS', 'Tankeløse', 'advice', 'integration'],
  ['Overdragelsen ApS', 'Klodshanslev', 'advice', 'hosting'],
];

/** Consortia bid as one; who stands behind is in the name. */
const CONSORTIA: readonly Row[] = [
  ['Konsortiet Koordinat Nul og Lokalplan Plus', 'Pergaminge', 'gis'],
  ['Konsortiet Åben Skole (Griffelkassen og Kridtstreg)', 'Skriblerup', 'school'],
  ['Konsortiet Delmål og Barnets Bro', 'Spindelev', 'social'],
  ['Konsortiet Det Lille Arkiv (Hyldemeter og Slettefrist)', 'Papirholt', 'records'],
];

const table = (rows: readonly Row[], size: SupplierSize, first: number): readonly DemoSupplier[] =>
  rows.map(([name, town, ...fields], i) => ({ number: `L${String(first + i).padStart(4, '0')}`, name, town, size, fields }));

export const SUPPLIERS: readonly DemoSupplier[] = [
  ...table(LARGE, 'large', 101), ...table(MEDIUM, 'medium', 201), ...table(SMALL, 'small', 301), ...table(CONSORTIA, 'small', 901),
];

export function suppliersIn(field: FieldId): readonly DemoSupplier[] {
  return SUPPLIERS.filter((one) => one.fields.includes(field));
}

/** @throws Error when no fictional supplier has the name. */
export function supplier(name: string): DemoSupplier {
  const found = SUPPLIERS.find((one) => one.name === name);
  if (!found) throw new Error(`The demo world has no supplier "${name}".`);
  return found;
}
