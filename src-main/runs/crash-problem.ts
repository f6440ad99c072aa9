import type { Problem } from '#shared/problem.ts'

/** What a person is told of a thread that ended by itself while it worked for them. */
export function crashProblem(why: unknown, memoryMb: number): Problem {
  if (isOutOfMemory(why)) {
    const message = `The run needed more than the ${memoryMb} MB of memory that one run may use. Nothing of it remains.`
    return { code: 'run.out_of_memory', message, path: '' }
  }
  const message = 'The run broke down inside Tierwise. Nothing of it remains; other runs go on.'
  return { code: 'run.crashed', message, path: '' }
}

export const isOutOfMemory = (why: unknown): boolean =>
  why instanceof Error && 'code' in why && why.code === 'ERR_WORKER_OUT_OF_MEMORY'
