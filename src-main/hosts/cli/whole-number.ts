/** The number that the digits write; anything else as it is, for a schema to refuse. */
export const wholeNumber = (text: string | true): number | string | true =>
  typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text
