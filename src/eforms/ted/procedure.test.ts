/** Sections I, II and IV, made by hand: codes that depend on other things, and deadlines. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unwrap } from '#base';
import { tedXml, type MadeTedNotice } from '../../../test/support/ted-notices.ts';
import { textOf, type Element } from '../xml/element.ts';
import { parseXml } from '../xml/parse.ts';
import { findAll } from '../xml/path.ts';
import { tedToEforms } from './convert.ts';
import { deadlineTerm } from './procedure.ts';

const PROCESS = 'cac:TenderingProcess';
const LOT = 'cac:ProcurementProjectLot';
const REASON = `${PROCESS}/cac:ProcessJustification/cbc:ProcessReasonCode`;
const NO_LOTS = '<OBJECT_CONTRACT><OBJECT_DESCR/></OBJECT_CONTRACT>';

const converted = (made: MadeTedNotice): Element => unwrap(tedToEforms(unwrap(parseXml(Buffer.from(tedXml(made))))));
const texts = (notice: Element, place: string): string[] => findAll(notice, place).map((one) => textOf(one) ?? '');

await test('protected rights mean other things under the directive on concessions', () => {
  const reason = '<D_ACCORDANCE_ARTICLE><D_PROTECT_RIGHTS/></D_ACCORDANCE_ARTICLE><D_JUSTIFICATION><P>Kun de</P></D_JUSTIFICATION>';
  const general = converted({ form: 'F03_2014', inside: `<LEGAL_BASIS VALUE="32014L0024"/><PROCEDURE><PT_AWARD_CONTRACT_WITHOUT_CALL>${reason}</PT_AWARD_CONTRACT_WITHOUT_CALL></PROCEDURE>` });
  const concession = converted({ form: 'F25_2014', inside: `<PROCEDURE><PT_AWARD_CONTRACT_WITHOUT_PUBLICATION>${reason}</PT_AWARD_CONTRACT_WITHOUT_PUBLICATION></PROCEDURE>` });
  assert.deepEqual([texts(general, REASON), texts(concession, REASON)], [['exclusive'], ['other-exclusive']]);
  assert.deepEqual(texts(concession, `${PROCESS}/cac:ProcessJustification/cbc:ProcessReason`), ['Kun de']);
});

await test('reasons in words without a box, and a box without a code, are kept', () => {
  const words = converted({ form: 'F03_2014', inside: '<PROCEDURE><PT_AWARD_CONTRACT_WITHOUT_CALL><D_JUSTIFICATION><P>Derfor</P></D_JUSTIFICATION></PT_AWARD_CONTRACT_WITHOUT_CALL></PROCEDURE>' });
  assert.deepEqual([texts(words, REASON), texts(words, `${PROCESS}/cac:ProcessJustification/cbc:ProcessReason`)], [[''], ['Derfor']]);
  const rail = converted({ form: 'F03_2014', inside: '<PROCEDURE><PT_DA_RAILWAY_TRANSPORT/></PROCEDURE>' });
  assert.deepEqual(texts(rail, `${PROCESS}/ted:Procedure`), ['PT_DA_RAILWAY_TRANSPORT']);
});

await test('one box of the form, three deadlines', () => {
  assert.equal(deadlineTerm('competition', 'cn-standard', 'open'), 'BT-131');
  assert.equal(deadlineTerm('competition', 'cn-standard', 'restricted'), 'BT-1311');
  assert.equal(deadlineTerm('competition', 'cn-standard', null), 'BT-131');
  assert.equal(deadlineTerm('competition', 'pin-cfc-standard', 'restricted'), 'BT-630');
  assert.equal(deadlineTerm('planning', 'pin-rtl', null), 'BT-630');
  assert.equal(deadlineTerm('competition', 'qu-sy', null), 'BT-1311');
});

await test('a form that does not name the procedure or the earlier notice has them from the coded data', () => {
  const coded = { coded: '<PR_PROC CODE="2"/>', data: '<REF_NOTICE><NO_DOC_OJS>2019/S 100-012345</NO_DOC_OJS></REF_NOTICE>' };
  const bare = converted({ form: 'F03_2014', inside: NO_LOTS, ...coded });
  const said = converted({ form: 'F03_2014', inside: `${NO_LOTS}<PROCEDURE><PT_OPEN/><NOTICE_NUMBER_OJ>2018/S 001-000007</NOTICE_NUMBER_OJ></PROCEDURE>`, ...coded });
  const places = [`${PROCESS}/cbc:ProcedureCode`, `${PROCESS}/cac:NoticeDocumentReference/cbc:ID`];
  assert.deepEqual([bare, said].map((notice) => places.map((place) => texts(notice, place))), [[['restricted'], ['012345-2019']], [['open'], ['000007-2018']]]);
  assert.deepEqual(texts(converted({ form: 'F03_2014', inside: NO_LOTS, coded: '<PR_PROC CODE="Z"/>' }), places[0] ?? ''), []);
});

const criterion = (weight: string): string => `<AC_QUALITY><AC_CRITERION>K</AC_CRITERION><AC_WEIGHTING>${weight}</AC_WEIGHTING></AC_QUALITY>`;

const weighted = (...weights: string[]): string[] => {
  const notice = converted({ form: 'F02_2014', inside: `<OBJECT_CONTRACT><OBJECT_DESCR><AC>${weights.map(criterion).join('')}</AC></OBJECT_DESCR></OBJECT_CONTRACT>` });
  return findAll(notice, `${LOT}/cac:TenderingTerms/cac:AwardingTerms/cac:AwardingCriterion/cac:SubordinateAwardingCriterion`).map((one) =>
    ['EXT/efac:AwardCriterionParameter/efbc:ParameterCode', 'EXT/efac:AwardCriterionParameter/efbc:ParameterNumeric', 'ted:Weighting'].flatMap((place) => texts(one, place)).join(' '));
};

await test('weights: shares when they are a hundred together or say so, else points, else words', () => {
  assert.deepEqual(weighted('60', '40,0'), ['per-exa 60', 'per-exa 40.0']);
  assert.deepEqual(weighted('60', '30'), ['poi-exa 60', 'poi-exa 30']);
  assert.deepEqual(weighted('30 %', 'op til 20'), ['per-exa 30', 'op til 20']);
});

const systemsOf = (form: string, inside: string): string[] => texts(converted({ form, inside: `${NO_LOTS}<PROCEDURE>${inside}</PROCEDURE>` }), `${LOT}/${PROCESS}/cac:ContractingSystem/cbc:ContractingSystemTypeCode`);

await test('boxes that were left empty are an answer where the form has them', () => {
  assert.deepEqual(systemsOf('F02_2014', '<PT_OPEN/>'), ['none', 'none']);
  assert.deepEqual(systemsOf('F02_2014', '<FRAMEWORK/>'), ['unspecified', 'none']);
  assert.deepEqual(systemsOf('F02_2014', '<DPS/><DPS_ADDITIONAL_PURCHASERS/>'), ['none', 'dps-nlist']);
  assert.deepEqual(systemsOf('F24_2014', ''), []);
});

const basisOf = (made: MadeTedNotice): string[] => texts(converted(made), 'cbc:RegulatoryDomain');

await test('a directive that no notice names is that of the form', () => {
  assert.deepEqual(basisOf({ form: 'F05_2014', inside: '' }), ['32014L0025']);
  assert.deepEqual(basisOf({ form: 'F12_2014', inside: '<DIRECTIVE VALUE="2014/25/EU"/>' }), ['32014L0025']);
  assert.deepEqual(basisOf({ form: 'F03_2014', inside: '<LEGAL_BASIS_OTHER><P>Egen lov</P></LEGAL_BASIS_OTHER>' }), ['other']);
  assert.deepEqual(basisOf({ form: 'F14_2014', inside: '' }), []);
});

await test('what is said of one lot in several values stands in several containers', () => {
  const notice = converted({ form: 'F17_2014', inside: '<OBJECT_CONTRACT><OBJECT_DESCR><SUBCONTRACT_AWARD_PART/><SUBCONTRACT_BY_RULES/></OBJECT_DESCR></OBJECT_CONTRACT><PROCEDURE><LANGUAGES><LANGUAGE VALUE="DA"/><LANGUAGE VALUE="SV"/></LANGUAGES></PROCEDURE>' });
  assert.deepEqual(findAll(notice, `${LOT}/cac:TenderingTerms/cac:Language`).map((one) => one.children.map(({ text }) => text)), [['DAN'], ['SWE']]);
  assert.deepEqual(findAll(notice, `${LOT}/cac:TenderingTerms/cac:AllowedSubcontractTerms`).map((one) => one.children.map(({ text }) => text)), [['subc-min'], ['subc-oblig-2009-81']]);
});
