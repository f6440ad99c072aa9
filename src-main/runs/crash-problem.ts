import type { Problem } from '#shared/problem.ts'
import type { RunKind } from '#shared/runs.ts'

/** What a person is told of a thread that ended by itself while it worked for them. */
export function crashProblem(why: unknown, memoryMb: number, kind: RunKind): Problem {
  const [what, rest] =
    kind === 'bundles.read'
      ? ['Reading the file', 'Nothing was imported.']
      : ['The run', 'Nothing of it remains; other runs go on.']
  if (isOutOfMemory(why)) {
    const message = `${what} needed more than the ${memoryMb} MB of memory that it may use. ${rest}`
    return { code: 'run.out_of_memory', message, path: '' }
  }
  return { code: 'run.crashed', message: `${what} broke down inside Tierwise. ${rest}`, path: '' }
}

export const isOutOfMemory = (why: unknown): boolean =>
  why instanceof Error && 'code' in why && why.code === 'ERR_WORKER_OUT_OF_MEMORY'
