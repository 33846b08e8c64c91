/** "6210" → "62.10", as people read industry codes. */
export const dotted = (code: string): string => code.match(/\d{1,2}/g)?.join('.') ?? code;
