/** Under which terms the analysis files may be used: what Torvet adds; the notices keep the terms of whoever published them. */
export const ANALYSIS_LICENCE = { id: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;
