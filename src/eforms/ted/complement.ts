/** Section VI: recurrence, electronic workflows, further information, review. */
import type { Node } from './node.ts';
import { mark, plain, text } from './read.ts';
import { fill, gather, type Row, type Said } from './write.ts';
import type { Notice } from './notice.ts';

const NOTICE: readonly Row[] = [
  ['BT-300-Procedure', 'INFO_ADD', text],
];

const LOT: readonly Row[] = [
  ['BT-94-Lot', 'RECURRENT_PROCUREMENT', mark('true')],
  ['BT-94-Lot', 'NO_RECURRENT_PROCUREMENT', mark('false')],
  ['BT-95-Lot', 'ESTIMATED_TIMING', text],
  ['BT-92-Lot', 'EORDERING', mark('true')],
  ['BT-93-Lot', 'EPAYMENT', mark('true')],
  ['BT-743-Lot', 'EINVOICING', mark('allowed', 'einvoicing')],
  ['BT-60-Lot', 'EU_PROGR_RELATED', mark('eu-funds', 'eu-funded')],
  ['BT-60-Lot', 'NO_EU_PROGR_RELATED', mark('no-eu-funds', 'eu-funded')],
  ['BT-6140-Lot', 'EU_PROGR_RELATED', text],
  ['BT-99-Lot', 'REVIEW_PROCEDURE', text],
  ['OPT-110-Lot-FiscalLegis', 'TAX_LAW', plain],
  ['OPT-120-Lot-EnvironLegis', 'ENVIRONMENT_LAW', plain],
  ['OPT-130-Lot-EmployLegis', 'EMPLOYMENT_LAW', plain],
];

export function writeComplement({ made, body }: Notice): void {
  fill(made, NOTICE, body.first('COMPLEMENTARY_INFO'));
  // A corrigendum has it with its changes.
  fill(made, NOTICE, body.first('CHANGES'));
}

export function complementOfLots(body: Node): readonly Said[] {
  return gather(LOT, body.first('COMPLEMENTARY_INFO'));
}
