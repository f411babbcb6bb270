/** Where the parts of a lot stand, and in which sections of the SDK a term exists. */
export const L = ['Lot'];
export const LP = ['Lot', 'Part'];
export const LG = ['Lot', 'LotsGroup'];
export const ALL = ['Lot', 'Part', 'LotsGroup'];

export const PROJECT = 'cac:ProcurementProject';
export const PROCESS = 'cac:TenderingProcess';
export const TERMS = 'cac:TenderingTerms';
