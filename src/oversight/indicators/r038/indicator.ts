import { decimal, whole, type Indicator } from '../indicator.ts';

export const r038: Indicator = {
  code: 'R038',
  title: { da: 'Mange udelukkede tilbud', en: 'Excessive disqualified bids' },
  says: {
    da: 'En usædvanligt stor del af tilbuddene til en køber, eller fra en tilbudsgiver, er afvist.',
    en: 'An unusually large part of the bids to a buyer, or by a tenderer, is disqualified.',
  },
  value: {
    da: 'Andelen af afviste tilbud',
    en: 'The share of bids disqualified',
  },
  kinds: ['Buyer', 'ProcuringEntity', 'Tenderer'],
  cannotBeAssessed: {
    da: 'Når der er færre tilbud end mindstetallet.',
    en: 'When there are fewer bids than the minimum.',
  },
  innocent: {
    da: 'Køb med mange krav; nye bydere, der ikke kender formkravene; et system, der afviser ufuldstændige tilbud af sig selv.',
    en: 'Purchases with many requirements; new bidders who do not know the forms; a system that rejects incomplete bids by itself.',
  },
  settings: {
    threshold: decimal('Den mindste andel, der giver et opmærksomhedspunkt; ellers beregnes grænsen', 'The smallest share that is a point of attention; else the bound is computed'),
    minimum_submitted_bids: whole(2, 'Tilbudsgivere med færre tilbud er ikke med', 'Tenderers with fewer bids are left out'),
    minimum_contracting_processes: whole(2, 'Købere med færre tilbud er ikke med. Den offentliggjorte kode sammenligner med tilbud, ikke forløb, og det gør denne også', 'Buyers with fewer bids are left out. The published code compares with bids, not with processes, and so does this'),
  },
  measure: new URL('measure.sql', import.meta.url),
  query: new URL('query.sql', import.meta.url),
};
