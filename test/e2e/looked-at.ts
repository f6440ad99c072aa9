import type { Screen } from './screen.ts'
import type { PageOptions } from './support/windows.ts'

/** A state of a screen that is looked at. */
export interface LookedAt {
  readonly name: string
  readonly reach: (screen: Screen) => Promise<unknown>
  /** Puts into the folder of the documents what there is before. */
  readonly before?: (folder: string) => void
}

export const LOOK: PageOptions = { theme: 'light', reducedMotion: true }

export const NOTHING_OBJECTED_TO = 'have nothing axe objects to $name, in either theme'

export async function goTo(screen: Screen, name: string): Promise<void> {
  await screen.page.getByRole('link', { name }).click()
  // Away from the link, whose tooltip would lie over the page.
  await screen.page.mouse.move(900, 500)
}
