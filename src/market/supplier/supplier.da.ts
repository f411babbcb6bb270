export const da = {
  title: 'For leverandører',
  invited: 'Køb, I er opfordret til at byde på',
  noInvited: 'I er ikke opfordret til at byde på noget lige nu.',
  deadline: 'Frist {when}',
  letters: 'Breve om køb, I bød på',
  applications: 'Jeres ansøgninger',
  noApplications: 'I har ikke søgt om optagelse i noget system endnu.',
  systems: 'Systemer, I kan søge om optagelse i',
  systemsAbout: 'Det er gratis, og der kan søges, så længe systemet er åbent.',
  noSystems: 'Ingen andre systemer er åbne lige nu.',
  dialogues: 'Åben markedsdialog',
  noDialogues: 'Ingen markedsdialog er åben lige nu.',
} as const;
