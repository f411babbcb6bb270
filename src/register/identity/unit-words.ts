/** Words of units, organs, registries and joint buyers. A name with one may stand for a part of the organisation whose number it bears. */

/** In small letters without accents; a star stands for any ending. */
const DEPARTMENT = [
  // Danish, Norwegian, Swedish, Finnish
  'afdeling*', 'avdeling*', 'avd', 'avdelning*', 'forvaltningen', 'magistratsafdeling*', 'innkjop*', 'indkob*', 'inkop*', 'konserninnkjop', 'etaten', 'kirjaamo', 'hankinta*', 'logistiikka*', 'toimiala*', 'diarium',
  // English
  'department', 'directorate', 'division', 'unit', 'section', 'registry', 'central office', 'office of the', 'purchasing', 'project team', 'acting through', 'legal affairs',
  // German
  'abteilung*', 'referat*', 'einkauf*', 'dezernat*', 'fachbereich*', 'fachdienst*', 'eigenbetrieb*', 'niederlassung*', 'zweigniederlassung*', 'geschaftsbereich*', 'geschaftsstelle*', 'vergabestelle*', 'spruchkorper', 'vergabeprufstelle', 'zentrale vergabe',
  // French, Dutch
  'direction*', 'service', 'services', 'secretariat general', 'greffe', 'bureau', 'unite', 'delegation', 'achat', 'achats', 'mission', 'president', 'griffie', 'dienst', 'team', 'inkoop*',
  // Spanish, Catalan, Portuguese, Italian
  'direccion*', 'direccio', 'direcao', 'gerencia*', 'gerncia', 'presidencia', 'secretaria', 'subsecretaria', 'viceconsejeria', 'consejeria', 'conselleria', 'concejalia', 'delegacion*', 'registro', 'registre', 'servicio', 'servei', 'departamento', 'subdireccion*', 'area de', 'pleno', 'junta de gobierno*', 'junta de contratacion', 'alcaldia', 'organo de', 'mesa de', 'distrito', 'districte', 'unidad', 'centro de', 'intervencion',
  'conselho', 'divisao', 'direzione', 'ufficio', 'settore', 'dipartimento', 'servizio', 'sede', 'istituto di', 'struttura', 'area tecnica', 'sezione',
  // Polish, Czech, Slovak, Hungarian, Romanian
  'oddzial*', 'zaklad', 'wydzial', 'pion', 'biuro', 'departament', 'regionalny zarzad', 'prezes', 'odbor', 'mestska cast', 'osztaly*', 'igazgatosag*', 'unitatea', 'serviciul', 'sucursala', 'compartiment*',
  // Bulgarian, Greek
  'дирекция', 'управление', 'направление', 'регистратура', 'отдел', 'раион', 'поделение', 'изпълнителен директор', 'представляващ*', 'деловодство', 'διευθυνση', 'τμημα', 'υπηρεσια', 'ενοτητα', 'πρωτοκολλο',
];

/** Several buyers or bidders under one name. */
const JOINT = [
  'on behalf of', 'acting for', 'in addition', 'contracting bodies', 'including all', 'and all', 'all subsidiaries', 'buyers group', 'lead procurer', 'partnership of', 'joint venture', 'consortium',
  'med flere', 'm fl', 'mfl', 'pa vegne af', 'pa vegne av', 'samt', 'og ovrige', 'konsortium', 'ryhmittyma*',
  'im namen', 'vertreten durch', 'im auftrag', 'sowie die', 'bietergemeinschaft', 'arge', 'arbeitsgemeinschaft', 'mede namens', 'namens',
  'agissant', 'pour le compte', 'groupement', 'mandataire', 'en participacion conjunta', 'ute', 'union temporal', 'rti', 'raggruppamento', 'in nome', 'per conto',
  'konsorcjum', 'κοινοπραξια', 'обединение',
];

const within = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map((word) => (word.endsWith('*') ? word.slice(0, -1) : `${word}(?![\\p{L}\\p{N}])`)).join('|')})`, 'u');
const DEPARTMENTS = within(DEPARTMENT);
const JOINTS = within(JOINT);

export type UnitKind = 'department' | 'joint';

/** @param name in small letters without accents, words between single blanks */
export function unitWord(name: string): UnitKind | null {
  if (JOINTS.test(name)) return 'joint';
  return DEPARTMENTS.test(name) ? 'department' : null;
}
