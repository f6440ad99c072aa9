/** How wide a bar of each figure is beside that of the largest, in CSS; all are nothing where all figures are zero. */
export function widthsOf(figures: readonly string[]): readonly string[] {
  const numbers = figures.map(Number)
  const most = Math.max(0, ...numbers)
  return numbers.map((figure) => `${most === 0 ? '0' : ((figure / most) * 100).toFixed(2)}%`)
}
