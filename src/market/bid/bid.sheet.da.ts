/** Headings of the spreadsheet that a bidder fills in. */
export const da = { sheet: 'Prisliste', number: 'Nr.', name: 'Ydelse', quantity: 'Antal', unit: 'Enhed', price: 'Pris pr. enhed' } as const;
