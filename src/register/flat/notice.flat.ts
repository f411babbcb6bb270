import { kindOf, type NoticeKind } from '../notice-kind.ts';
import { instantOf } from '../instant.ts';
import { dayOf } from './reading.ts';
import { OCID, date, instant, integer, text as textColumn, type FlatTable } from './table.ts';

export interface NoticeFlat {
  readonly ocid: string;
  readonly release_id: string;
  readonly date: string | null;
  readonly sent: string | null;
  readonly kind: NoticeKind;
  readonly source: 'ocds' | 'eforms' | 'ted';
  readonly form: string | null;
  readonly notice_type: string | null;
  readonly number: string | null;
  readonly published: string | null;
  readonly country: string | null;
  readonly language: string | null;
  readonly tags: string;
  readonly faults: number;
}

export const NOTICE_TABLE: FlatTable<NoticeFlat> = {
  name: 'notice',
  meaning: { da: 'En bekendtgørelse: en udgivelse, som registret fik den', en: 'A notice: a release as the register received it' },
  columns: {
    ocid: OCID,
    release_id: textColumn('Bekendtgørelsens id i forløbet', 'Id of the release within the process'),
    date: instant('Tidspunktet, den bærer (OCDS date), i UTC', 'The time that it bears (OCDS date), in UTC'),
    sent: date('Dagen, den bærer, som skrevet (af EU-bekendtgørelser den, den blev sendt)', 'The day that it bears, as written (of EU notices that on which it was sent)'),
    kind: textColumn(
      'Art: plan, call, ex-ante, result, result-none (uden vinder), modification, correction, completion og flere',
      'Kind: plan, call, ex-ante, result, result-none (without a winner), modification, correction, completion and others'),
    source: textColumn('Format, den kom i: eforms, ted eller ocds', 'The format that it came in: eforms, ted or ocds'),
    form: textColumn('eForms-type eller TED-formular', 'Subtype of eForms or form of TED'),
    notice_type: textColumn('Bekendtgørelsens type (EU-kodelisten notice-type)', 'Type of notice (EU codelist notice-type)'),
    number: textColumn('Nummer i EU-Tidende', 'Number in the Official Journal'),
    published: date('Dagen, den blev offentliggjort', 'The day it was published'),
    country: textColumn('Land, den er mærket med (ISO 3166-1); af OCDS ikke oplyst', 'Country that it is marked with (ISO 3166-1); of OCDS not stated'),
    language: textColumn('Sprog', 'Language'),
    tags: textColumn('OCDS releaseTag, med mellemrum imellem', 'OCDS releaseTag, with spaces between'),
    faults: integer('faults', 'Fejl fundet efter OCDS 1.1', 'Faults found by OCDS 1.1'),
  },
};

/** What the register keeps of a release, and of the notice in XML that it was read from. */
export interface StoredNotice {
  readonly ocid: string;
  readonly release_id: string;
  readonly date: string;
  readonly tags: readonly string[];
  readonly language: string | null;
  readonly fault_count: number;
  /** null: it came as OCDS. */
  readonly source: 'eforms' | 'ted' | null;
  readonly form: string | null;
  readonly notice_type: string | null;
  readonly number: string | null;
  readonly published: string | null;
  readonly country: string | null;
  readonly is_corrigendum: boolean;
  readonly has_no_winner: boolean;
}

export function noticeFlat(stored: StoredNotice): NoticeFlat {
  const { ocid, release_id, tags, language, form, notice_type, number, published, country } = stored;
  return {
    ocid, release_id, language, form, notice_type, number, published, country,
    date: instantOf(stored.date),
    sent: dayOf(stored.date),
    kind: kindOf({ noticeType: notice_type, isCorrigendum: stored.is_corrigendum, hasNoWinner: stored.has_no_winner, tags }),
    source: stored.source ?? 'ocds',
    tags: tags.join(' '),
    faults: stored.fault_count,
  };
}
