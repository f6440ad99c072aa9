import type { Problem } from '#shared/problem.ts'

const OF_STREAM = /^usage\.streams\.(\d+)\.?(.*)$/

/** What is wrong with each stream, by its place; the paths are within it. */
export function problemsByStream(problems: readonly Problem[]): ReadonlyMap<number, readonly Problem[]> {
  const found = new Map<number, Problem[]>()
  for (const problem of problems) {
    const [, place, field = ''] = OF_STREAM.exec(problem.path) ?? []
    if (place === undefined) continue
    const at = Number(place)
    const told = { ...problem, path: field }
    const others = found.get(at)
    if (others) others.push(told)
    else found.set(at, [told])
  }
  return found
}
