import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeep } from '../../test/support/deep.ts';
import { EXAMPLES, NORWEGIAN, noticesIn, NOTICES, tedNotices } from '../../test/support/real-notices.ts';
import { without } from '../../test/support/shared.ts';
import { maskNotice } from './mask.ts';
import { readNotice } from './notice.ts';

const masked = (xml: string): string => maskNotice(new TextEncoder().encode(xml)).xml;

void test('contacts, owners and jurors are masked in eForms; the rest stays to the letter', () => {
  assert.equal(masked(`<n>\r\n  <cac:Contact a="1"><cbc:Name>Ida Æ. 😀 Holm</cbc:Name><cbc:ElectronicMail>ida@kommune.dk</cbc:ElectronicMail><cbc:Telephone/></cac:Contact>
<cac:PartyName><cbc:Name>Kommunen</cbc:Name></cac:PartyName><!-- Ida --><cac:TechnicalCommitteePerson><cbc:FamilyName>Holm &amp; Søn</cbc:FamilyName></cac:TechnicalCommitteePerson>\r\n</n>`),
  `<n>\r\n  <cac:Contact a="1"><cbc:Name>[masked]</cbc:Name><cbc:ElectronicMail>[masked]</cbc:ElectronicMail><cbc:Telephone/></cac:Contact>
<cac:PartyName><cbc:Name>Kommunen</cbc:Name></cac:PartyName><!-- Ida --><cac:TechnicalCommitteePerson><cbc:FamilyName>[masked]</cbc:FamilyName></cac:TechnicalCommitteePerson>\r\n</n>`);
});

const organisation = (natural: string): string => `<efac:Organization><efbc:NaturalPersonIndicator>${natural}</efbc:NaturalPersonIndicator><efac:Company><cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>Bo Berg</cbc:Name></cac:PartyName><cac:PostalAddress><cbc:CityName>Vejle</cbc:CityName><cac:Country><cbc:IdentificationCode>DNK</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyLegalEntity><cbc:CompanyID>25050053</cbc:CompanyID></cac:PartyLegalEntity></efac:Company></efac:Organization>`;

void test('of an organisation that is a natural person only its technical id, size and country stay', () => {
  const xml = masked(`<n>${organisation('false')}${organisation('true')}</n>`);
  assert.equal(xml.match(/Bo Berg/g)?.length, 1);
  assert.equal(xml.match(/25050053/g)?.length, 1);
  assert.equal(xml.match(/Vejle/g)?.length, 1);
  assert.equal(xml.match(/ORG-0001/g)?.length, 2);
  assert.equal(xml.match(/DNK/g)?.length, 2);
});

void test('contacts are masked in TED XML of both ages', () => {
  assert.equal(masked('<TED_EXPORT><CONTACT_POINT>Ida</CONTACT_POINT><ATTENTION>Bo</ATTENTION><E_MAIL>a@b.dk</E_MAIL><OFFICIALNAME>Kommunen</OFFICIALNAME><MEMBER_NAME>Juror</MEMBER_NAME></TED_EXPORT>'),
    '<TED_EXPORT><CONTACT_POINT>[masked]</CONTACT_POINT><ATTENTION>[masked]</ATTENTION><E_MAIL>[masked]</E_MAIL><OFFICIALNAME>Kommunen</OFFICIALNAME><MEMBER_NAME>[masked]</MEMBER_NAME></TED_EXPORT>');
});

/** Which share of the real notices is looked at. */
const EVERY = isDeep ? 1 : 8;

void test('a masked real notice is read like the original, and no address of a person is left in it', { skip: without(...NOTICES) || without(...NORWEGIAN) || without(...EXAMPLES) }, async () => {
  let count = 0;
  let met = 0;
  const look = (name: string, bytes: Uint8Array): void => {
    met += 1;
    if (met % EVERY !== 0) return;
    const original = readNotice(bytes, { ocidPrefix: 'x' });
    if (!original.ok) return;
    count += 1;
    const { xml } = maskNotice(bytes);
    const again = readNotice(new TextEncoder().encode(xml.replace(/encoding="[^"]*"/i, 'encoding="UTF-8"')), { ocidPrefix: 'x' });
    assert.ok(again.ok, name);
    assert.deepEqual(again.value.facts, original.value.facts, name);
    for (const tag of ['ElectronicMail', 'Telephone', 'Telefax', 'E_MAIL', 'PHONE', 'CONTACT_POINT', 'ATTENTION']) {
      for (const [, text = ''] of xml.matchAll(new RegExp(`<(?:\\w+:)?${tag}(?:\\s[^>]*)?>([^<]+)</`, 'g'))) assert.match(text, /^\s*(?:\[masked\]|[+\d\s]*0{6,}|\S+@(?:[\w-]+\.)*example\S*|contact point)?\s*$/i, `${name} ${tag}`);
    }
  };
  for await (const { name, bytes } of tedNotices()) look(name, bytes);
  for (const { name, bytes } of [...noticesIn(...NORWEGIAN), ...noticesIn(...EXAMPLES)]) look(name, bytes);
  assert.ok(count > 1900 / EVERY);
});
