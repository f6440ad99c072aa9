import { expect, it } from 'vitest'
import { left, textTable } from '#main/hosts/cli/text-table.ts'

it('has as many rows as there are', () => {
  const rows = Array.from({ length: 200_000 }, (_, index) => String(index))
  const lines = textTable([left('row', (row: string) => row)], rows).split('\n')
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([200_001, 'row', '199999'])
})
