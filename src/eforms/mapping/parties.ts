/** Who takes part: organisations, their points of contact and owners, and the roles that the notice gives them. */
import { lookup } from '../codes/lookup.ts';
import { COFOG } from '../codes/tables.ts';
import { alpha2 } from '../codes/countries.ts';
import { label } from '../codes/labels.ts';
import { classification } from './classification.ts';
import { childrenOf, textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { entry, idIn, numbered, put, type Draft } from './draft.ts';
import { identifierOf, readNumber } from './identifiers.ts';
import { readAddress } from './items.ts';
import { text, type Reading } from './row.ts';
import type { Remarks } from './remarks.ts';

const ORGANIZATIONS = 'EXT/efac:Organizations';
const IDENTIFICATION = 'cac:PartyIdentification/cbc:ID';

/** The organisations of the notice, each a party; then the roles that stand with the buyers. */
export function readParties(notice: Element, release: Draft, reading: Reading, remarks: Remarks): void {
  const organizations = findAll(notice, ORGANIZATIONS);
  const all = organizations.flatMap((list) => childrenOf(list, 'efac:Organization'));
  for (const organization of all) readOrganization(organization, release, reading, remarks);
  for (const owner of organizations.flatMap((list) => childrenOf(list, 'efac:UltimateBeneficialOwner'))) readOwner(owner, all, release);
  const buyers = findAll(notice, 'cac:ContractingParty').map((contracting) => readBuyer(contracting, release));
  const known = buyers.filter((buyer) => buyer !== null);
  const lead = known.find((buyer) => rolesOf(buyer).includes('leadBuyer')) ?? known[0];
  if (lead !== undefined) release['buyer'] = reference(lead);
}

/** The party with that id, made when the notice only refers to it; with a role where one is given. */
export function party(release: Draft, id: string, role?: string): Draft {
  const found = entry(release, 'parties', id);
  if (role !== undefined) put(found, 'roles[]', role);
  return found;
}

/** How other parts of a release point to a party. */
export function reference(found: Draft): Draft {
  return { id: found['id'], ...(typeof found['name'] === 'string' ? { name: found['name'] } : {}) };
}

function rolesOf(found: Draft): readonly string[] {
  return Array.isArray(found['roles']) ? (found['roles'] as readonly string[]) : [];
}

function readOrganization(organization: Element, release: Draft, reading: Reading, remarks: Remarks): void {
  const company = find(organization, 'efac:Company');
  const numbers = company === undefined ? [] : findAll(company, 'cac:PartyLegalEntity/cbc:CompanyID').flatMap((one) => textOf(one) ?? []);
  if (company !== undefined) {
    const made = described(company, release, reading);
    const country = countryOf(made);
    for (const written of numbers) {
      const number = readNumber(written, country);
      // The mapping puts every number here; the first is also the one that the organisation is known by.
      put(made, 'additionalIdentifiers[]', identifierOf(number));
      made['identifier'] ??= identifierOf(number);
      if (number.remark !== null) remarks.add(`parties/${idIn(made)}/additionalIdentifiers`, written, number.id, number.remark);
    }
    put(made, 'details.scale', textOf(find(company, 'efbc:CompanySizeCode')) ?? undefined);
    if (textOf(find(organization, 'efbc:NaturalPersonIndicator')) === 'true') put(made, 'details.scale', 'selfEmployed');
    const listed = textOf(find(organization, 'efbc:ListedOnRegulatedMarketIndicator'));
    if (listed !== null) put(made, 'details.listedOnRegulatedMarket', listed === 'true');
    for (const [indicator, roles] of GROUP_ROLES) {
      if (textOf(find(organization, indicator)) === 'true') for (const role of roles) put(made, 'roles[]', role);
    }
    for (const owner of findAll(organization, 'efac:UltimateBeneficialOwner/cbc:ID')) {
      const id = textOf(owner);
      if (id !== null) entry(made, 'beneficialOwners', id);
    }
  }
  for (const touchPoint of childrenOf(organization, 'efac:TouchPoint')) {
    const made = described(touchPoint, release, reading);
    const [written] = numbers;
    if (written === undefined) continue;
    const country = countryOf(made) ?? (company === undefined ? null : countryOfElement(company));
    made['identifier'] = identifierOf(readNumber(written, country));
  }
}

/** OPP-050, OPP-051, OPP-052: who leads, and who buys for others. */
const GROUP_ROLES = [
  ['efbc:GroupLeadIndicator', ['leadBuyer']],
  ['efbc:AwardingCPBIndicator', ['centralPurchasingBody']],
  ['efbc:AcquiringCPBIndicator', ['centralPurchasingBody', 'wholesaleBuyer']],
] as const;

/** What a company and a point of contact have in common. */
function described(one: Element, release: Draft, reading: Reading): Draft {
  const id = textOf(find(one, IDENTIFICATION)) ?? textOf(find(one, 'cbc:ID'));
  const made = id === null ? numbered(release, 'parties', {}) : party(release, id);
  const name = text(findAll(one, 'cac:PartyName/cbc:Name'), reading);
  const department = textOf(find(one, 'cac:PostalAddress/cbc:Department'));
  put(made, 'name', [name, department].filter((part) => part !== undefined && part !== null).join(' - ') || undefined);
  const address = find(one, 'cac:PostalAddress');
  if (address !== undefined) {
    const read = readAddress(address);
    if (Object.keys(read).length > 0) made['address'] = read;
  }
  for (const [from, to] of CONTACT) put(made, to, textOf(find(one, from)) ?? undefined);
  return made;
}

const CONTACT = [
  ['cac:Contact/cbc:Name', 'contactPoint.name'], ['cac:Contact/cbc:Telephone', 'contactPoint.telephone'], ['cac:Contact/cbc:Telefax', 'contactPoint.faxNumber'],
  ['cac:Contact/cbc:ElectronicMail', 'contactPoint.email'], ['cbc:WebsiteURI', 'details.url'], ['cbc:EndpointID', 'eDeliveryGateway'],
] as const;

function countryOf(made: Draft): string | null {
  const country = (made['address'] as Draft | undefined)?.['country'];
  return typeof country === 'string' ? country : null;
}

function countryOfElement(one: Element): string | null {
  const code = textOf(find(one, 'cac:PostalAddress/cac:Country/cbc:IdentificationCode'));
  return code === null ? null : alpha2(code);
}

/** A beneficial owner belongs to the organisations that name it; where none does, to the only one there is. */
function readOwner(owner: Element, organizations: readonly Element[], release: Draft): void {
  const id = textOf(find(owner, 'cbc:ID')) ?? '1';
  const naming = organizations.filter((one) => findAll(one, 'efac:UltimateBeneficialOwner/cbc:ID').some((named) => textOf(named) === id));
  for (const organization of naming.length > 0 ? naming : organizations.slice(0, 1)) {
    const company = textOf(find(organization, `efac:Company/${IDENTIFICATION}`));
    if (company === null) continue;
    const person = entry(party(release, company), 'beneficialOwners', id);
    put(person, 'name', [textOf(find(owner, 'cbc:FirstName')), textOf(find(owner, 'cbc:FamilyName'))].filter((part) => part !== null).join(' ') || undefined);
    for (const nationality of findAll(owner, 'efac:Nationality/cbc:NationalityID')) {
      const code = textOf(nationality);
      if (code !== null) put(person, 'nationalities[]', alpha2(code));
    }
    const address = find(owner, 'cac:ResidenceAddress');
    if (address !== undefined) person['address'] = readAddress(address);
    for (const [from, to] of [['cbc:Telephone', 'telephone'], ['cbc:Telefax', 'faxNumber'], ['cbc:ElectronicMail', 'email']] as const) {
      put(person, to, textOf(find(owner, `cac:Contact/${from}`)) ?? undefined);
    }
  }
}

function readBuyer(contracting: Element, release: Draft): Draft | null {
  const providers = [...findAll(contracting, 'cac:Party/cac:ServiceProviderParty'), ...childrenOf(contracting, 'cac:ServiceProviderParty')];
  for (const provider of providers) readProvider(provider, release);
  const id = textOf(find(contracting, `cac:Party/${IDENTIFICATION}`));
  if (id === null && !DETAILS.some((name) => find(contracting, name) !== undefined)) return null;
  const made = id === null ? numbered(release, 'parties', { roles: ['buyer'] }) : party(release, id, 'buyer');
  put(made, 'details.buyerProfile', textOf(find(contracting, 'cbc:BuyerProfileURI')) ?? undefined);
  for (const type of findAll(contracting, 'cac:ContractingPartyType/cbc:PartyTypeCode')) {
    const list = type.attributes['listName'] === 'buyer-contracting-type' ? 'buyer-contracting-type' : 'buyer-legal-type';
    put(made, 'details.classifications[]', classification(list, `eu-${list}`, textOf(type)));
  }
  for (const type of findAll(contracting, 'cac:ContractingActivity/cbc:ActivityTypeCode')) put(made, 'details.classifications[]', activity(textOf(type)));
  return made;
}

const DETAILS = ['cbc:BuyerProfileURI', 'cac:ContractingPartyType', 'cac:ContractingActivity'];

/** BT-10, BT-610: functions of government by their COFOG division, activities of utilities by the Union's list. */
function activity(code: string | null): Draft | undefined {
  const division = lookup(COFOG, code);
  if (code === null || division === undefined) return classification('main-activity', 'eu-main-activity', code);
  return { scheme: 'COFOG', id: division, description: label('main-activity', code) ?? code };
}

function readProvider(provider: Element, release: Draft): void {
  const id = textOf(find(provider, `cac:Party/${IDENTIFICATION}`));
  if (id === null) return;
  const kind = textOf(find(provider, 'cbc:ServiceTypeCode'));
  const role = kind === 'serv-prov' ? 'procurementServiceProvider' : kind === 'ted-esen' ? 'eSender' : undefined;
  party(release, id, role);
}
