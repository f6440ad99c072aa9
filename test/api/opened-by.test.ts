import { expect, it } from 'vitest'
import { OpenedBy } from '#main/api/opened-by.ts'

it('the last sixteen openings are remembered, by their jobs', () => {
  const opened = new OpenedBy()
  for (let place = 1; place <= 17; place++) opened.note(`job ${String(place)}`, `result ${String(place)}`)
  expect(opened.idOf('job 1')).toBe('job 1')
  expect(opened.idOf('job 2')).toBe('result 2')
  opened.note('job 2', 'result 2')
  opened.note('job 18', 'result 18')
  expect([opened.idOf('job 2'), opened.idOf('job 3'), opened.idOf('result 5')]).toEqual([
    'result 2',
    'job 3',
    'result 5',
  ])
})
