import { z } from 'zod'
import type { FakeElectron } from './electron.ts'

type Click = (item: unknown, window: unknown, event: { readonly triggeredByAccelerator: boolean }) => void

export interface MenuItem {
  readonly id?: string | undefined
  readonly label?: string | undefined
  readonly role?: string | undefined
  readonly accelerator?: string | undefined
  readonly registerAccelerator?: boolean | undefined
  readonly enabled?: boolean | undefined
  readonly click?: Click | undefined
  readonly submenu?: readonly MenuItem[] | undefined
}

const MenuItem: z.ZodType<MenuItem> = z.lazy(() =>
  z.object({
    id: z.string().optional(),
    label: z.string().optional(),
    role: z.string().optional(),
    accelerator: z.string().optional(),
    registerAccelerator: z.boolean().optional(),
    enabled: z.boolean().optional(),
    click: z.custom<Click>((value) => typeof value === 'function').optional(),
    submenu: z.array(MenuItem).optional(),
  }),
)

/** The newest application menu. */
export const menusOf = (electron: FakeElectron): readonly MenuItem[] =>
  z.array(MenuItem).parse(electron.menus.at(-1) ?? [])

/** The items of every menu, not those inside them. */
export const menuItems = (electron: FakeElectron): readonly MenuItem[] =>
  menusOf(electron).flatMap(({ submenu }) => submenu ?? [])

/** The item of a command. */
export function menuItem(electron: FakeElectron, id: string): MenuItem {
  const found = menuItems(electron).find((item) => item.id === id)
  if (!found) throw new Error(`no menu holds the command ${id}`)
  return found
}

/** Chooses an item with the mouse; as macOS does by its chord, when the page left that alone. */
export const choose = ({ click }: MenuItem, triggeredByAccelerator = false): void =>
  click?.(undefined, undefined, { triggeredByAccelerator })

/** Chooses a command from the newest application menu. */
export const chooseMenuItem = (electron: FakeElectron, id: string): void => choose(menuItem(electron, id))
