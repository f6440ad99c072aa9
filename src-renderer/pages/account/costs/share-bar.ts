/** How long the bar of a part is beside that of the longest, from 0 to 1: a place on the screen, and no figure. */
export function barLength(part: string, longest: string): number {
  const [length, most] = [Number(part), Number(longest)]
  return most > 0 ? Math.max(0, length / most) : 0
}
