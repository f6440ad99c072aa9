import { expect, it } from 'vitest'
import { paced } from '#main/runs/paced.ts'

/** What is passed on of `reports`, each `[milliseconds since the start, done]` of 100. */
function passedOn(reports: readonly (readonly [at: number, done: number])[]): readonly number[] {
  const sent: number[] = []
  let now = 0
  const tell = paced(
    (progress) => sent.push(progress),
    () => now,
  )
  for (const [at, done] of reports) {
    now = at
    tell(done, 100)
  }
  return sent
}

it('passes on at most one report in a tenth of a second', () => {
  const everyMillisecond = Array.from({ length: 1000 }, (_, at) => [at + 1, at / 10] as const)
  expect(passedOn(everyMillisecond)).toHaveLength(10)
})

it('passes on the newest report when it is time, not the first of those kept back', () => {
  expect(
    passedOn([
      [10, 1],
      [90, 2],
      [100, 3],
      [199, 4],
      [200, 5],
    ]),
  ).toEqual([0.03, 0.05])
})

it('never goes back, and stays between 0 and 1', () => {
  expect(
    passedOn([
      [100, -5],
      [200, 50],
      [300, 40],
      [400, 120],
      [500, 110],
    ]),
  ).toEqual([0, 0.5, 1])
})

it('passes on nothing where nothing is known', () => {
  const sent: number[] = []
  const clock = [0, 1000, 2000]
  const tell = paced(
    (progress) => sent.push(progress),
    () => clock.shift() ?? 0,
  )
  tell(0, 0)
  expect(sent).toEqual([])
})
