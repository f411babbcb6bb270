export const da = {
  label: 'Samme søgning set som',
  processes: 'Forløb',
  contracts: 'Kontrakter',
  changes: 'Ændringer',
  markets: 'Marked',
} as const;
