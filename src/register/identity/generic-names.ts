/** Names that many organisations of one country bear, each in its own town: facts from the notices. Such a name says who it is only with the town. */
import { bareName } from './bare-name.ts';

const NAMES = `
Tribunal administratif, Greffe du tribunal administratif, Tribunal judiciaire, Tribunal de grande instance, Greffe du tribunal de grande instance, Cour administrative d'appel, Comité consultatif
Comité consultatif interrégional, Mairie, Préfecture, Département, Centre hospitalier, Communauté de communes, Chambre d'agriculture
Tribunale amministrativo regionale, TAR, Tribunale, Procura, Prefettura, Comune, Provincia, Azienda ospedaliera
Tingretten, Tingrett, Förvaltningsrätten, Kammarrätten, Fylkesmannen, Statsforvalteren, Kommune, Kommunen
Регионална дирекция по горите, Административен съд, Окръжен съд, Водоснабдяване и канализация, Община, Държавно горско стопанство
County Council, City Council, District Council, Borough Council, County Court, Magistrates Court
Vergabekammer, Verwaltungsgericht, Landgericht, Oberlandesgericht, Stadtwerke, Gemeinde, Landkreis, Stadtverwaltung, Landesverwaltungsgericht
Rechtbank, Gemeente, Rechtbank van eerste aanleg, Tribunal de première instance
Ayuntamiento, Pleno del Ayuntamiento, Alcaldía, Junta de Gobierno Local, Diputación Provincial, Ajuntament, Tribunal Administrativo, Câmara Municipal, Município
Primăria, Consiliul Județean, Tribunalul, Curtea de Apel, Urząd Gminy, Urząd Miasta, Nadleśnictwo, Sąd Okręgowy, Gmina, Krajský soud, Městský úřad, Obecní úřad
Δήμος, Περιφέρεια, Διοικητικό Εφετείο
`;

/** As bare names. Made when first asked for: to bare a first name takes a quarter of a second, which no start need pay. */
let bareNames: ReadonlySet<string> | null = null;

export function isGenericName(bare: string): boolean {
  bareNames ??= new Set(NAMES.trim().split(/\n|, /).map((name) => bareName(name).bare));
  return bareNames.has(bare);
}
