import { days, daysByName, list, type Indicator } from '../indicator.ts';

export const r003: Indicator = {
  code: 'R003',
  title: { da: 'Kort frist for tilbud', en: 'Short submission period' },
  says: {
    da: 'Der er færre hele dage fra tilbudsperiodens begyndelse til dens slutning end grænsen.',
    en: 'There are fewer whole days from the beginning to the end of the tender period than the threshold.',
  },
  value: {
    da: 'Altid 1',
    en: 'Always 1',
  },
  kinds: ['OCID'],
  cannotBeAssessed: {
    da: 'Når begyndelse eller slutning mangler, eller ikke er en dato og et klokkeslæt med tidszone.',
    en: 'When the beginning or the end is missing, or is no date and time with a zone.',
  },
  innocent: {
    da: 'Hast, der er begrundet; et lille køb; en frist, der er forkortet efter en forhåndsmeddelelse; et genudbud af noget, som markedet kender.',
    en: 'Urgency that is accounted for; a small purchase; a time limit shortened after a prior notice; a second try at something that the market knows.',
  },
  settings: {
    threshold: days(15, 'Færre hele dage end dette giver et opmærksomhedspunkt', 'Fewer whole days than this are a point of attention'),
    procurement_methods: list([], 'De eneste udbudsformer (procurementMethod), der ses på; ellers alle', 'The only methods (procurementMethod) that are looked at; else all'),
    procurement_method_details: daysByName('En egen grænse for hver procedure (procurementMethodDetails), i afsnittet [R003.procurement_method_details]', 'A threshold of its own for each procedure (procurementMethodDetails), in the section [R003.procurement_method_details]'),
  },
  measure: null,
  query: new URL('query.sql', import.meta.url),
};
