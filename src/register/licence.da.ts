export const da = {
  own: 'Samlingen (udvalg, sammenlægning og koder) må bruges efter Creative Commons Kreditering 4.0 (CC BY 4.0), når udgiveren nævnes. Bekendtgørelserne selv følger vilkårene der, hvor de blev offentliggjort.',
  demo: 'Opdigtede data, lavet til Torvet. De må bruges efter Creative Commons Kreditering 4.0 (CC BY 4.0).',
  ted: 'Bekendtgørelser fra TED: videreanvendelse efter Kommissionens afgørelse 2011/833/EU, når kilden nævnes (http://data.europa.eu/eli/dec/2011/833/oj).',
  eforms: 'Bekendtgørelser i eForms, der kun er offentliggjort nationalt: efter vilkårene det sted, der offentliggjorde dem.',
  ocds: 'Data i OCDS: efter den enkelte udgivers egne vilkår. Nogle udgivere oplyser ingen; spørg dem, før data gives videre.',
} as const;
