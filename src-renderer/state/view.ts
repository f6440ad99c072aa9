import { create } from 'zustand'
import type { SettingsSection } from './settings-sections.ts'
import type { LayerResolution } from '#shared/credit-layers.ts'
import type { CostSpan } from '#shared/period-costs.ts'

/** How the screen is looked at; nothing here changes a figure. */
export interface View {
  /** The usage axis: fitted around the usage, or up to a fixed number of credits. */
  readonly range: 'auto' | number
  /** While the usage is dragged in the chart its axis must not move away under the pointer. */
  readonly heldRange: number | null
  /** The slider of the usage is held. */
  readonly sliding: boolean
  /** The range last fitted around the usage, which stays while the usage moves and keeps well inside it. */
  readonly fittedRange: number | null
  readonly curveTable: boolean
  readonly monthTable: boolean
  readonly timelineTable: boolean
  readonly creditsTable: boolean
  /** An account's money by the date of its invoice, or by the time it pays for. */
  readonly costBasis: 'billed' | 'attributable'
  /** By what its money is told apart in time. */
  readonly costSpan: CostSpan
  /** How far apart the points of its credits are; `auto`: as fits the time that is shown. */
  readonly layerResolution: 'auto' | LayerResolution
  /** The usage under the pointer. */
  readonly hover: number | null
  /** The custom plan whose terms are being edited. */
  readonly editing: string | null
  readonly help: boolean
  /** The command palette is open. */
  readonly palette: boolean
  /** What was chosen in the palette since the window was opened, newest first, by the ids of its entries. */
  readonly chosen: readonly string[]
  /** The section of the settings that is gone to, until it is shown. */
  readonly section: SettingsSection | null
  /** The open scenario's name as it is being typed; null while it is not. */
  readonly naming: string | null
  /** The open scenario's versions are listed. */
  readonly versions: boolean
  /** What to go on with, while a change of the open scenario cannot be kept and is asked about. */
  readonly goOn: (() => void) | null
  /** What was wrong with the store and has been read; Settings keeps telling of the file. */
  readonly troubleRead: string | null
}

export const useView = create<View>(() => ({
  range: 'auto',
  heldRange: null,
  sliding: false,
  fittedRange: null,
  curveTable: false,
  monthTable: false,
  timelineTable: false,
  creditsTable: false,
  costBasis: 'attributable',
  costSpan: 'period',
  layerResolution: 'auto',
  hover: null,
  editing: null,
  help: false,
  palette: false,
  chosen: [],
  section: null,
  naming: null,
  versions: false,
  goOn: null,
  troubleRead: null,
}))

export const setView = (change: Partial<View>): void => useView.setState(change)
