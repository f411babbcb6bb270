/** The fictional people of the demo world, and the organisations that they act for. */
import type { OrganisationKind, Role } from './actor.ts';

export interface DemoOrganisation {
  /** Of the demo world alone: its check digit is wrong, so that no company has it. */
  readonly cvr: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly municipality: string | null;
  /** Subject at the demo world's provider, name, roles. */
  readonly people: readonly (readonly [subject: string, name: string, ...roles: Role[]])[];
}

const buys = (key: string, names: readonly [string, string, string, string, string, string, string, string, string]): DemoOrganisation['people'] => [
  [`${key}-indkoeber`, names[0], 'buyer'],
  [`${key}-godkender`, names[1], 'approver'],
  [`${key}-aabner-1`, names[2], 'committee'],
  [`${key}-aabner-2`, names[3], 'committee'],
  [`${key}-aabner-3`, names[4], 'committee'],
  [`${key}-bedoemmer-1`, names[5], 'evaluator'],
  [`${key}-bedoemmer-2`, names[6], 'evaluator'],
  [`${key}-kontrakt`, names[7], 'contract-manager'],
  [`${key}-revisor`, names[8], 'auditor'],
];

const supplies = (cvr: string, name: string, key: string, admin: string, bidder: string): DemoOrganisation => ({
  cvr, kind: 'supplier', name, municipality: null, people: [[`${key}-administrator`, admin, 'supplier-admin', 'bidder'], [`${key}-tilbud`, bidder, 'bidder']],
});

/** Names of the demo register: its central body, two of its municipalities, two of its large and three of its small suppliers. */
export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = [
  {
    cvr: '99000001', kind: 'central-purchasing-body', name: 'Sagnlandets Fællesindkøb', municipality: null,
    people: buys('faelles', ['Alma Indlund', 'Bertil Jasager', 'Cilius Låge', 'Dagny Nøglegreb', 'Egon Hængsel', 'Frida Vægtlod', 'Gorm Målestok', 'Hedvig Løbetid', 'Ib Efterregn']),
  },
  {
    cvr: '99000002', kind: 'municipality', name: 'Svarekøbing Kommune', municipality: '9301',
    people: buys('svarekoebing', ['Inga Spørgsvar', 'Jeppe Stempelhånd', 'Karla Klinke', 'Laust Skydelås', 'Mette Dørgreb', 'Niels Tommestok', 'Olga Passer', 'Palle Aftalesen', 'Rigmor Bilag']),
  },
  {
    cvr: '99000003', kind: 'municipality', name: 'Talemarke Kommune', municipality: '9302',
    people: buys('talemarke', ['Signe Varekurv', 'Thorvald Nikker', 'Ulla Haspe', 'Viggo Riegel', 'Yrsa Portlås', 'Åge Skala', 'Asta Linealsen', 'Buster Fristed', 'Clara Stikprøve']),
  },
  supplies('99000011', 'Kolossia Data A/S', 'kolossia', 'Didrik Stortorv', 'Ebba Tilbudsen'),
  supplies('99000012', 'Storkevinge Systemer A/S', 'storkevinge', 'Folmer Redekam', 'Gerda Vingesus'),
  supplies('99000013', 'Koordinat Nul ApS', 'koordinat', 'Holger Nulpunkt', 'Ida Kortblad'),
  supplies('99000014', 'Griffelkassen ApS', 'griffel', 'Jonna Tavlesvamp', 'Kaj Blyantspids'),
  supplies('99000016', 'Dagsordenen ApS', 'dagsorden', 'Lis Punktvis', 'Mogens Eventuelt'),
  { cvr: '99000021', kind: 'oversight-publisher', name: 'Sagnlandets Vagtblad', municipality: null, people: [['vagtblad-redaktoer', 'Nanna Kildekritik', 'editor']] },
  { cvr: '99000032', kind: 'platform', name: 'Torvets drift (demo)', municipality: null, people: [['drift', 'Otto Kontaktsen', 'platform-admin']] },
];
