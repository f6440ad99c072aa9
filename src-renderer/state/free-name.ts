/** `New scenario`, or the first of `New scenario 2`, `New scenario 3` … that nothing is called yet. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let count = 2; ; count++) {
    const name = `${wanted} ${String(count)}`
    if (!taken.has(name)) return name
  }
}
