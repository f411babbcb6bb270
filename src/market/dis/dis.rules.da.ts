export const da = {
  'no-ground': 'Der er ikke angivet en grund, loven kender. En leverandør kan kun fjernes, når en udelukkelsesgrund gælder, eller egnetheden er tabt.',
  'not-heard': 'Leverandøren er ikke hørt.',
  'no-time-to-answer': 'Høringen har ingen frist for svar.',
  'answer-time-runs': 'Leverandøren kan svare til og med {answerBy}.',
  'self-cleaning-not-assessed': 'Leverandøren har vist, hvorfor den er pålidelig igen. Det skal vurderes først.',
  'ground-named-in-notice': 'Grunden er frivillig. Den kan kun bruges, når den er nævnt i bekendtgørelsen.',
  'nobody-to-invite': 'Ingen er optaget i kategorien {category}.',
  'undecided-applications': '{waiting} ansøgninger i kategorien er ikke afgjort. De bliver ikke opfordret, og en forlænget tid til at afgøre dem falder væk.',
  'not-invited': 'Tilbudsgiveren var ikke opfordret.',
  'not-admitted-at-deadline': 'Tilbudsgiveren var ikke optaget ved fristen.',
  'renewal-late': 'En fornyet ESPD var bedt om til {renewalDue} og kom ikke i tide. Se på det, før tilbuddet kan vinde.',
  'in-hearing-at-deadline': 'Tilbudsgiveren var i høring ved fristen. Afgør høringen, før tilbuddet kan vinde.',
} as const;
