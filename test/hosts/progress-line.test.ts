import { expect, it } from 'vitest'
import { progressLine } from '#main/hosts/progress-line.ts'

/** All that is said of a hundred steps, and a line after them. */
function saidOf(steps: readonly number[], isTerminal: boolean): readonly string[] {
  const said: string[] = []
  const say = (text: string) => void said.push(`${text}\n`)
  const sayInPlace = (text: string) => void said.push(`\r${text}`)
  const line = progressLine({ say, sayInPlace: isTerminal ? sayInPlace : null }, (percent) => `${percent} %`)
  for (const progress of steps) line.show(progress)
  line.end()
  say('Done.')
  return said
}

const thousand = Array.from({ length: 1001 }, (_, done) => done / 1000)

it('is written over on a terminal, once for each percent, and what comes next is below it', () => {
  const said = saidOf(thousand, true)
  expect(said.slice(0, 3)).toEqual(['\r0 %', '\r1 %', '\r2 %'])
  expect(said.slice(-3)).toEqual(['\r100 %', '\n', 'Done.\n'])
  expect(said).toHaveLength(101 + 2)
})

it('is a few lines where nothing can be written over', () => {
  expect(saidOf(thousand, false)).toEqual(['0 %\n', '25 %\n', '50 %\n', '75 %\n', 'Done.\n'])
  expect(saidOf([0.4, 0.41, 0.6], false)).toEqual(['40 %\n', '60 %\n', 'Done.\n'])
})

it.each([true, false])('is nothing where nothing is shown, on a terminal: %s', (isTerminal) => {
  expect(saidOf([], isTerminal)).toEqual(['Done.\n'])
})
