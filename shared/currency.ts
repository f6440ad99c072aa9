/*
 * ISO 4217, list one: how many decimals the minor unit of a currency has. `Intl` tells what is usual in daily life and
 * not the standard (no decimals for the forint and the rupiah), and another version of the platform may tell otherwise:
 * an invoice must come to the same on every machine.
 */

/** Currencies whose minor unit is not a hundredth. */
const DECIMALS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
}

/** The decimals of an amount of a currency on an invoice: 2 for cents, 0 where there is nothing smaller than one. */
export const currencyDecimals = (currency: string): number => DECIMALS[currency] ?? 2
