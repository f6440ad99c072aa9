/** `color(srgb 0.9 0.8 1 / 0.5)`, in which browsers write mixed colours. */
const MIXED = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/

const byteOf = (share: string | undefined): string => String(Math.round(Number(share) * 255))

/** A colour as every program that opens pictures knows it; what is no mixed colour as it is. */
export function plainColor(color: string): string {
  const [whole, red, green, blue, opacity] = MIXED.exec(color) ?? []
  if (whole === undefined) return color
  const inks = [red, green, blue].map(byteOf).join(', ')
  return opacity === undefined ? `rgb(${inks})` : `rgba(${inks}, ${opacity})`
}
