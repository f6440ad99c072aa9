import {
  IconListDetails,
  IconPresentation,
  IconReceipt,
  IconScale,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react'
import { type ComponentType, lazy } from 'react'
import type { Screen } from '#shared/screens.ts'
import { AccountWhileSilent } from './account/AccountWhileSilent.tsx'
import { ComparePage, CompareWhileSilent } from './compare/ComparePage.tsx'
import { PresentWhileSilent } from './present/PresentWhileSilent.tsx'
import { ScenariosPage, ScenariosWhileSilent } from './scenarios/ScenariosPage.tsx'
import { SettingsPage } from './settings/SettingsPage.tsx'

/** What a screen looks like. */
interface ScreenPage {
  readonly Icon: TablerIcon
  readonly Page: ComponentType
  /** Says how far what is shown can be trusted while nobody answers. */
  readonly WhileSilent: ComponentType
  /**
   * Figures are printed by plain functions, so another number format mounts a page anew; one that follows the format
   * itself keeps the focus on the field where it is chosen.
   */
  readonly followsFormat?: true
}

/** Read when it is first shown: the first figures of a start do not wait for it. */
const AccountPage = lazy(async () => ({ default: (await import('./account/AccountPage.tsx')).AccountPage }))

const PresentPage = lazy(async () => ({ default: (await import('./present/PresentPage.tsx')).PresentPage }))

const AsItWas = () => 'What is shown here is as it was.'

/** The page of every screen: one that is listed and has none does not compile. */
export const SCREEN_PAGES: Readonly<Record<Screen, ScreenPage>> = {
  compare: { Icon: IconScale, Page: ComparePage, WhileSilent: CompareWhileSilent },
  account: { Icon: IconReceipt, Page: AccountPage, WhileSilent: AccountWhileSilent },
  present: { Icon: IconPresentation, Page: PresentPage, WhileSilent: PresentWhileSilent },
  scenarios: { Icon: IconListDetails, Page: ScenariosPage, WhileSilent: ScenariosWhileSilent },
  settings: { Icon: IconSettings, Page: SettingsPage, WhileSilent: AsItWas, followsFormat: true },
}
