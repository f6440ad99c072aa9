import { describe, expect, it } from 'vitest'
import { latest } from '#renderer/client/latest.ts'

/** A run that finishes when the test says so. */
function controlled() {
  const started: number[] = []
  const finish: (() => void)[] = []
  const run = (input: number) =>
    new Promise<number>((resolve) => {
      started.push(input)
      finish.push(() => resolve(input * 10))
    })
  const settled: number[] = []
  const ask = latest(run, (output) => settled.push(output))
  const finishNext = async () => {
    finish.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { ask, started, settled, finishNext }
}

describe('the latest request', () => {
  it('has one under way at a time, and only the newest waits', async () => {
    const { ask, started, settled, finishNext } = controlled()
    for (const input of [1, 2, 3, 4]) ask(input)
    expect(started).toEqual([1])
    await finishNext()
    expect(started).toEqual([1, 4])
    await finishNext()
    expect(settled).toEqual([10, 40])
  })

  it('goes on after a run that was rejected and a settle that threw', async () => {
    const failures: unknown[] = []
    const settled: number[] = []
    const ask = latest(
      (input: number) => (input === 1 ? Promise.reject(new Error('run')) : Promise.resolve(input)),
      (output) => {
        if (output === 2) throw new Error('settle')
        settled.push(output)
      },
      (error) => failures.push(error),
    )
    for (const input of [1, 2, 3]) {
      ask(input)
      await new Promise((resolve) => setTimeout(resolve))
    }
    ask(1)
    ask(4)
    await new Promise((resolve) => setTimeout(resolve))
    expect(settled).toEqual([3, 4])
    expect(failures).toHaveLength(3)
  })

  it('starts again after a rest', async () => {
    const { ask, started, settled, finishNext } = controlled()
    ask(1)
    await finishNext()
    ask(2)
    await finishNext()
    expect(started).toEqual([1, 2])
    expect(settled).toEqual([10, 20])
  })
})
