import { fixedCredits, fixedMoney } from '#renderer/format/figures.ts'

/** How the figures of one axis are written, given all of them: in one unit and with one number of decimals. */
export type AxisWords = (ticks: readonly number[]) => (figure: number) => string

interface Unit {
  readonly size: number
  readonly sign: string
}

const ONE: Unit = { size: 1, sign: '' }
const UNITS: readonly Unit[] = [
  { size: 1e9, sign: 'B' },
  { size: 1e6, sign: 'M' },
  { size: 1e3, sign: 'K' },
]
/** Up to here figures are short enough as they are. */
const SHORT = 10_000

/** Decimals that tell every tick of a nice axis from its neighbour. */
const MOST_DECIMALS = 2

function unitOf(ticks: readonly number[]): Unit {
  const most = Math.max(...ticks.map(Math.abs))
  return most < SHORT ? ONE : (UNITS.find(({ size }) => most >= size) ?? ONE)
}

const decimalsOf = (ticks: readonly number[], { size }: Unit): number =>
  Math.min(MOST_DECIMALS, Math.max(0, ...ticks.map((tick) => decimalsIn(tick / size))))

/** A tick is a multiple of a power of ten, so what a double adds to it lies far behind its decimals. */
const decimalsIn = (figure: number): number =>
  (/\.(\d+)/.exec(String(Number(figure.toFixed(6)))) ?? [])[1]?.length ?? 0

/** `0`, `0.5M`, `1.0M`, `1.5M` */
export const creditAxis: AxisWords = (ticks) => {
  const unit = unitOf(ticks)
  const decimals = decimalsOf(ticks, unit)
  return (figure) =>
    figure === 0 ? fixedCredits(0, 0) : `${fixedCredits(figure / unit.size, decimals)}${unit.sign}`
}

/** `$0.00`, `$0.50`, `$1.00`; `$0`, `$20K`, `$40K` */
export const moneyAxis =
  (currency: string): AxisWords =>
  (ticks) => {
    const unit = unitOf(ticks)
    const needed = decimalsOf(ticks, unit)
    // Cents are two, or it would be no price.
    const decimals = unit === ONE && needed > 0 ? MOST_DECIMALS : needed
    return (figure) =>
      figure === 0 && unit !== ONE
        ? fixedMoney(0, currency, 0)
        : `${fixedMoney(figure / unit.size, currency, decimals)}${unit.sign}`
  }
