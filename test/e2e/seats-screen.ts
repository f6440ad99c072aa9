import type { Screen } from './screen.ts'

async function showView({ page }: Screen, view: string): Promise<void> {
  await page.getByRole('link', { name: 'Account' }).click()
  await page.getByRole('tab', { name: view }).click()
  // Away from the link, whose tooltip would lie over the page.
  await page.mouse.move(900, 500)
}

/** The seats of an account, with what a Full seat for whoever loses most would cost. */
export async function showSeats(screen: Screen): Promise<void> {
  const { page } = screen
  await showView(screen, 'Seats')
  await page.getByRole('button', { name: 'Choose the five who lose most' }).click()
  await page.getByRole('button', { name: 'What would Full seats cost?' }).click()
  await page.getByRole('button', { name: /^Give them/ }).waitFor()
}

/** Who held which seats when, and who was stopped. */
export async function showOccupancy(screen: Screen): Promise<void> {
  await showView(screen, 'Seats')
  await screen.page.getByRole('button', { name: 'Choose the five who lose most' }).waitFor()
}

/** Its workspaces, with what each would cost by itself. */
export async function showWorkspaces(screen: Screen): Promise<void> {
  const { page } = screen
  await showView(screen, 'Workspaces')
  await page.getByRole('button', { name: 'Work out linked or apart' }).click()
  await page.getByRole('heading', { name: /^Apart costs/ }).waitFor()
}
