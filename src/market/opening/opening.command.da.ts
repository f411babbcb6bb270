/** Texts of the steps of an opening, as the page of the purchase has them. */
export const da = {
  'command.opening.commit': 'Bind dig til dine dele',
  'about.opening.commit': 'Du dekrypterer dine dele af nøglerne på din egen maskine og afgiver kun deres fingeraftryk. Ingen har vist noget endnu.',
  'field.opening.commit.commitment': 'Fingeraftryk af din liste (64 tegn)',
  'help.opening.commit.commitment': 'Siden »Åbning« udfylder det for dig. Uden JavaScript skriver »torvet shares open« det.',
  'command.opening.reveal': 'Læg dine dele frem',
  'about.opening.reveal': 'Når nok har bundet sig, lægger I jeres dele frem. Så åbnes alle tilbud på én gang.',
  'field.opening.reveal.shares': 'Din liste af dele',
  'help.opening.reveal.shares': 'Siden »Åbning« udfylder den for dig. Uden JavaScript: indsæt hele den fil, som »torvet shares open« skrev.',
  'command.opening.conclude': 'Åbn det, der kan åbnes',
  'about.opening.conclude': 'Et tilbud kan ikke åbnes med de dele, der er lagt frem, og en åbner mangler stadig. Vent, hvis det er muligt. To personer kan beslutte at åbne resten; tilbuddet føres så som »kan ikke åbnes«.',
  'field.opening.conclude.reason': 'Hvorfor der ikke ventes længere',
  'event.committed': 'En åbner har bundet sig til sine dele',
  'event.revealed': 'En åbner har lagt sine dele frem',
  'event.concluded': 'Det er besluttet ikke at vente længere',
  'event.opened': 'Tilbuddene er åbnet',
  'event.opening-recorded': 'Åbningen er ført til protokol',
} as const;
