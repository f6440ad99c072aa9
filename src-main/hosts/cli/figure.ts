/** A decimal with its thousands apart, as people read it: `1462500.00` is `1,462,500.00`. */
export function figure(decimal: string): string {
  const [whole = '', ...fraction] = decimal.split('.')
  return [whole.replaceAll(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.')
}

/** The same figure taken off instead of put on. */
export const lessFigure = (decimal: string): string =>
  /^0(\.0+)?$/.test(decimal) ? decimal : figure(decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`)

/** A difference, with its sign either way: `+15.00`. */
export const signedFigure = (decimal: string): string =>
  /^(-|0(\.0+)?$)/.test(decimal) ? figure(decimal) : `+${figure(decimal)}`

/** A name of the contract as words: `keyLimit` is `key limit`. */
export const words = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
