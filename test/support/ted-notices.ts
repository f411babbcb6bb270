/** Notices of TED XML made by hand: a form with the sections that a test is about. */
export interface MadeTedNotice {
  /** Name of the form's element: `F03_2014`. */
  readonly form: string;
  /** Elements to stand within it. */
  readonly inside: string;
  /** Elements to stand within NOTICE_DATA. */
  readonly data?: string;
  /** Elements to stand within CODIF_DATA. */
  readonly coded?: string;
  readonly number?: string;
}

export function tedXml({ form, inside, data = '', coded = '', number = '1234-2020' }: MadeTedNotice): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<TED_EXPORT xmlns="http://publications.europa.eu/resource/schema/ted/R2.0.9/publication" DOC_ID="${number}" VERSION="R2.0.9.S03.E01">
  <CODED_DATA_SECTION><REF_OJS><NO_OJ>7</NO_OJ><DATE_PUB>20200111</DATE_PUB></REF_OJS><NOTICE_DATA>${data}</NOTICE_DATA><CODIF_DATA>${coded}</CODIF_DATA></CODED_DATA_SECTION>
  <FORM_SECTION><${form} CATEGORY="ORIGINAL" LG="DA">${inside}</${form}></FORM_SECTION>
</TED_EXPORT>`;
}
