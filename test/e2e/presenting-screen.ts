import type { Screen } from './screen.ts'
import { AT_SCALE, leaveCustomer, SIXTY_IN_THREE } from './support/customer-store.ts'

const ABOUT = { customer: 'Acme Ltd', question: 'What should we buy, and when?' }

const present = async ({ page }: Screen): Promise<void> => {
  await page.keyboard.press('Control+4')
  await page.getByRole('article').waitFor()
}

/** The page before a customer, in every state it can be in. */
export const PRESENTED: readonly {
  readonly id: string
  readonly name: string
  readonly left: (folder: string) => void
  readonly reach: (screen: Screen) => Promise<void>
}[] = [
  {
    id: 'presented',
    name: 'with the best day to move up',
    left: leaveCustomer(AT_SCALE, ABOUT),
    reach: present,
  },
  {
    id: 'presented-tried',
    name: 'with figures that are tried',
    left: leaveCustomer(SIXTY_IN_THREE, ABOUT),
    reach: async (screen) => {
      await present(screen)
      await screen.page.getByRole('slider', { name: 'Growth a month' }).press('ArrowRight')
      await screen.page.getByText('growing 9 %').waitFor()
    },
  },
  {
    id: 'presented-unnamed',
    name: 'of a customer whom nobody named',
    left: leaveCustomer(AT_SCALE, {}),
    reach: present,
  },
  {
    id: 'presented-palette',
    name: 'with the commands that it has',
    left: leaveCustomer(AT_SCALE, ABOUT),
    reach: async (screen) => {
      await present(screen)
      await screen.page.keyboard.press('Control+k')
      await screen.page.getByRole('option', { name: /^Leave the page/ }).waitFor()
    },
  },
]

/** The same as it is printed, which has one theme alone. */
export const PRESENTED_ON_PAPER: (typeof PRESENTED)[number] = {
  id: 'presented-paper',
  name: 'on paper',
  left: leaveCustomer(AT_SCALE, ABOUT),
  reach: async (screen) => {
    await present(screen)
    await screen.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await screen.page.setViewportSize({ width: 750, height: 1060 })
  },
}
