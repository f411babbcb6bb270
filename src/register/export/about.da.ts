export const da = {
  sheet: 'Om data',
  title: 'Indhold',
  publisher: 'Udgiver',
  address: 'Søgningens adresse',
  retrieved: 'Hentet',
  updated: 'Data senest opdateret',
  never: 'endnu ikke',
  licence: 'Licens',
  terms: 'Vilkår',
  world: 'Verden',
  demo: 'Fiktive data: Intet heri findes i virkeligheden.',
  register: 'Registret: offentliggjorte data',
} as const;
