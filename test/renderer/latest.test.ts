import { describe, expect, it } from 'vitest'
import { latest } from '#renderer/queries/latest.ts'

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

  it('settles at once what is known, and lets go of what is under way and of what waits', async () => {
    const finish: (() => void)[] = []
    const settled: number[] = []
    const ask = latest(
      (input: number) => new Promise<number>((resolve) => finish.push(() => resolve(input * 10))),
      (output) => settled.push(output),
      { known: (input) => (input === 7 ? 70 : undefined) },
    )
    for (const input of [1, 2, 7]) ask(input)
    expect(settled).toEqual([70])
    finish.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
    // 1 was asked before 7, and 2 was never asked for.
    expect(settled).toEqual([70])
    expect(finish).toEqual([])
    ask(3)
    finish.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
    expect(settled).toEqual([70, 30])
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
      { failed: (error) => failures.push(error) },
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
