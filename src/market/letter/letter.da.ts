export const da = {
  kind: 'Brev om tildeling',
  'state.sent': 'Sendt',
  'event.begun': 'Brevet er sendt',
  'outcome.won': 'Indkøberen har valgt jeres tilbud.',
  'outcome.not-won': 'Indkøberen har valgt {winner}.',
  'outcome.cancelled': 'Købet er annulleret.',
  reasonsTitle: 'Begrundelse',
  standstillTitle: 'Hvornår kontrakten kan underskrives',
  standstill: 'Kontrakten underskrives tidligst, når {ends} er gået. Indtil da kan der klages, og så venter underskriften.',
  'standstill.voluntary': 'Loven kræver ikke, at indkøberen venter her. Indkøberen venter frivilligt til efter {ends}, så en klage kan nå at komme først. En klage stopper ikke af sig selv underskriften.',
  'standstill.none': 'Loven kræver ikke, at indkøberen venter her, og indkøberen venter ikke.',
  purchase: 'Se købet',
} as const;
