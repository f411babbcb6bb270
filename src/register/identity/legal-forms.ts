/** Legal forms as they stand in names, without dots, in small letters without accents: they are dropped from a bare name. Longer ones first. */
export const LEGAL_FORMS: readonly string[] = [
  // Mexico and Spain; old Mexican files cut names off after so many letters
  'sociedad anonima promotora de inversion de capital variable', 'sociedad de responsabilidad limitada de capital variable', 'sociedad anonima de capital variable',
  'sociedad mercantil estatal', 'sociedad limitada', 'sociedad anonima', 'sapi de cv', 'sab de cv', 's de rl de cv', 's de rl de mi', 's de rl mi', 's de rlmi', 's de rl de m', 's de rl',
  'sc de rl de cv', 'sc de rl de mi', 'sc de rl mi', 'sc de rlmi', 'sc de rl', 'sc de p', 'sc de', 'srl de cv', 'sa de cv', 'sa decv', 'sa de c', 'sa de', 'sa d', 'sade cv', 'ac', 'iap', 'slu', 'slp', 'slne', 'sll', 'sl', 'sau', 'sme', 'mp',
  // Germany, Austria, Switzerland
  'gesellschaft mit beschrankter haftung', 'aktiengesellschaft', 'gmbh co kgaa', 'gmbh co kg', 'gmbh cokg', 'ag co kg', 'kgaa', 'ggmbh', 'gmbh', 'mbh', 'ohg', 'kg', 'ag', 'ev', 'eg', 'se',
  // France, Belgium, Luxembourg, Netherlands
  'societe anonyme', 'societe cooperative', 'naamloze vennootschap', 'besloten vennootschap', 'aisbl', 'asbl', 'scrl fs', 'scrl', 'cvba', 'sprl', 'bvba', 'sa rl', 'sarl', 'sasu', 'sas', 'snc', 'vof', 'vzw', 'srl', 'nv', 'bv', 'sc', 'sa',
  // Italy
  'societa per azioni', 'societa a responsabilita limitata', 'societa cooperativa', 'scarl', 'srls', 'spa', 'scpa',
  // The North
  'aktieselskab', 'anpartsselskab', 'aktieselskabet', 'aktiebolag', 'aktiebolaget', 'aksjeselskap', 'osakeyhtio', 'aps', 'amba', 'ivs', 'ks', 'as', 'ab', 'asa', 'iks', 'hf', 'sf', 'oyj', 'oy', 'abp', 'ky', 'hb', 'ehf', 'ohf',
  // The Baltic
  'aktsiaselts', 'osauhing', 'akcine bendrove', 'uzdaroji akcine bendrove', 'uab', 'ou', 'sia', 'mtu', 'vas',
  // Poland, Czechia, Slovakia, Hungary
  'spolka z ograniczona odpowiedzialnoscia spolka komandytowa', 'spolka z ograniczona odpowiedzialnoscia', 'spolka akcyjna', 'spolka komandytowa', 'sp z oo spk', 'sp z oo sp k', 'sp z o o', 'sp z oo', 'sp zoo', 'spzoo', 'sp k', 'spk', 'sp j', 'spj',
  'akciova spolecnost', 'akciova spolocnost', 'spol sro', 'spol s ro', 'sro', 'vos', 'sp', 'zartkoruen mukodo reszvenytarsasag', 'nyilvanosan mukodo reszvenytarsasag', 'korlatolt felelossegu tarsasag', 'nonprofit kft', 'zrt', 'nyrt', 'rt', 'kft', 'bt',
  // Slovenia, Croatia, Serbia, Romania, Bulgaria, Greece
  'delniska druzba', 'druzba z omejeno odgovornostjo', 'doo', 'dd', 'jdoo', 'societate cu raspundere limitata', 'societate pe actiuni', 'ltda', 'lda', 'epe', 'em', 'ip',
  'еоод', 'оод', 'еад', 'ад', 'дп', 'ет', 'дззд', 'тов', 'ооо', 'ао', 'αε', 'αβετε', 'εε', 'οε', 'επε', 'ικε', 'αεβε', 'ατε',
  // English
  'public limited company', 'limited liability company', 'limited', 'incorporated', 'corporation', 'ltd', 'plc', 'llp', 'llc', 'inc', 'corp', 'co ltd', 'dac', 'clg',
  // Portugal
  'sociedade anonima', 'sgps sa',
];
