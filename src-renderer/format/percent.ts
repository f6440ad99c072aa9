/** A share of a whole, from 0 to 1, as `40 %`. */
export const wholePercent = (share: number): string => `${Math.round(share * 100)} %`
