import type { Screen } from './screen.ts'

/** Sixty people as a spreadsheet copies them, in an order of its own; two of them have a Full seat. */
export const SIXTY: readonly string[] = [
  'Seat\tE-mail\tTeam\tName',
  ...Array.from({ length: 60 }, (_, place) => {
    const number = String(place + 1).padStart(2, '0')
    return `${place < 2 ? 'Full' : 'Viewer'}\tp${number}@acme.com\t${place % 2 ? 'Sales' : 'Support'}\tPerson ${number}`
  }),
]

/** On the account: sixty people in the dialog, and one whose seat nobody understands. */
export async function pastePeople({ page }: Screen): Promise<void> {
  await page.getByRole('link', { name: 'Account' }).click()
  // Away from the link, whose tooltip would lie over the page.
  await page.mouse.move(900, 500)
  await page.getByRole('button', { name: 'Paste people' }).click()
  const list = page.getByRole('textbox', { name: 'The list' })
  await list.fill([...SIXTY, 'gold\tzoe@acme.com\tSales\tZoe'].join('\n'))
  await page.getByText('60 people will be added, 1 row will be left out.').waitFor()
}

/** The first three of them, the third of whom the keys are at. */
export async function selectThree({ page }: Screen): Promise<void> {
  const grid = page.getByRole('grid', { name: 'People' })
  await grid.focus()
  for (const key of ['ControlOrMeta+Home', 'Shift+ArrowDown', 'Shift+ArrowDown'])
    await page.keyboard.press(key)
  await page.getByRole('toolbar', { name: 'People' }).getByText('3 people').waitFor()
}
