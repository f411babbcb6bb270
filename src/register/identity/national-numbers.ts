/** What numbers of organisations look like, country by country: facts, one line for each kind of number. */
import { isCvr } from '#base';
import {
  belgian, bulgarian, czech, estonian, finnish, lithuanian, luhn, norwegian, polishStatistical, polishTax, portuguese, romanian, spanish, type Check,
} from './check-digits.ts';

/** One kind of number. Numbers of two kinds never contradict each other: a company has one of each. */
export interface NumberKind {
  /** Begins the key of the organisation's page. */
  readonly scheme: string;
  /** Fits the number without blanks, dots and dashes, in capitals; its first group is what counts of it. */
  readonly shape: RegExp;
  readonly check?: Check;
  /** How many numbers of this form one organisation has; 1 unless stated. */
  readonly most?: number;
}

/** In the order in which they name a page: the register of companies before the tax office. */
export const NATIONAL_NUMBERS: Readonly<Record<string, readonly NumberKind[]>> = {
  AT: [
    { scheme: 'AT-FN', shape: /^(?:FN)?(\d{5,6}[A-Z])$/ },
    { scheme: 'AT-UID', shape: /^(ATU\d{8})$/ },
    { scheme: 'AT-GLN', shape: /^(9\d{12})$/ },
  ],
  BE: [{ scheme: 'BE-KBO', shape: /^(?:KBO|BCE|BTW|TVA)?:?(?:BE)?([01]\d{9})(?:_.*)?$/, check: belgian }],
  BG: [
    { scheme: 'BG-EIK', shape: /^(?:BG|ЕИК|БУЛСТАТ)?:?(\d{9})$/, check: bulgarian },
    { scheme: 'BG-EIK-BRANCH', shape: /^(\d{13})$/ },
  ],
  CZ: [{ scheme: 'CZ-ICO', shape: /^(?:IČO?|ICO?|CZ)?:?(\d{8})$/, check: czech }],
  DE: [
    // The number of a commercial register says nothing without its court.
    { scheme: 'DE-HR', shape: /^(?:AMTSGERICHT|AG)([A-ZÄÖÜ]{3,30}:?,?HR[AB]\d{2,6})$/ },
    { scheme: 'DE-UST', shape: /^(?:UST(?:ID)?(?:NR)?:?)?(DE\d{9})$/ },
  ],
  DK: [{ scheme: 'DK-CVR', shape: /^(?:DK|CVR|CVRNR)*:?(\d{8})$/, check: isCvr }],
  EE: [{ scheme: 'EE-RIK', shape: /^(\d{8})$/, check: estonian }],
  ES: [{ scheme: 'ES-NIF', shape: /^(?:ES|NIF|CIF)*:?([A-Z]\d{7}[A-Z0-9])$/, check: spanish }],
  FI: [{ scheme: 'FI-YTJ', shape: /^(?:FI)?(\d{8})$/, check: finnish }],
  FR: [
    // A SIRET names one address of the company that its first nine digits name.
    { scheme: 'FR-SIREN', shape: /^(?:SIRET|SIREN|RCS[A-Z]*|FR)?:?(\d{9})(?:\d{5})?(?:RCS.*)?$/, check: luhn },
    { scheme: 'FR-TVA', shape: /^(FR\d{11})$/ },
  ],
  HU: [
    { scheme: 'HU-AK', shape: /^(AK\d{5})$/ },
    { scheme: 'HU-EKRSZ', shape: /^(EKRSZ_?\d{8})$/ },
    { scheme: 'HU-ADO', shape: /^(?:HU)?(\d{8})(?:\d{3})?$/ },
    { scheme: 'HU-CG', shape: /^(\d{10})$/ },
  ],
  IT: [
    // Tax code and VAT number have one form, and companies from elsewhere may have two that differ.
    { scheme: 'IT-CF', shape: /^(?:CF|PI|PIVA|CFE?PIVA|CODICEFISCALE|PARTITAIVA|IT)?:?(\d{11})$/, check: luhn, most: 2 },
  ],
  LT: [{ scheme: 'LT-JAR', shape: /^(\d{9})$/, check: lithuanian }],
  MX: [{ scheme: 'MX-RFC', shape: /^([A-ZÑ&]{3,4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[A-Z0-9]{3})$/ }],
  NL: [
    { scheme: 'NL-KVK', shape: /^(?:KVK|HANDELSREGISTER)?:?[A-Z]*:?(\d{8})$/ },
    { scheme: 'NL-TENDERNED', shape: /^(\d{9})$/ },
    { scheme: 'NL-BTW', shape: /^(?:BTW)?(NL\d{9}B\d{2})$/ },
  ],
  NO: [{ scheme: 'NO-BRC', shape: /^(?:NO)?(\d{9})(?:MVA)?$/, check: norwegian }],
  PL: [
    { scheme: 'PL-KRS', shape: /^(?:KRS)?:?(0000\d{6})$/ },
    { scheme: 'PL-NIP', shape: /^(?:NIP|PL)?:?(\d{10})$/, check: polishTax },
    { scheme: 'PL-REGON', shape: /^(?:REGON)?:?(\d{9})(?:00000)?$/, check: polishStatistical },
  ],
  PT: [{ scheme: 'PT-NIPC', shape: /^(?:PT|NIF|NIPC)?:?(\d{9})$/, check: portuguese }],
  RO: [{ scheme: 'RO-CUI', shape: /^(?:CUI|CIF|RO|R)?:?(\d{5,9})$/, check: romanian }],
  RS: [{ scheme: 'RS-MB', shape: /^(\d{8})(?:APR)?$/ }],
  SE: [{ scheme: 'SE-ORGNR', shape: /^(?:SE)?(\d{10})(?:01)?$/, check: luhn }],
  SI: [
    { scheme: 'SI-MATICNA', shape: /^(\d{10})$/ },
    { scheme: 'SI-DDV', shape: /^(SI\d{8})$/ },
  ],
  SK: [{ scheme: 'SK-ICO', shape: /^(?:IČO?|ICO?)?:?(\d{8})$/, check: czech }],
};
