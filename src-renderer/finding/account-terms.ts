import type { ResultSummary } from '#shared/open-result.ts'
import { day } from '#renderer/format/figures.ts'

type Told = Pick<ResultSummary, 'catalogName' | 'planName' | 'start' | 'end' | 'basis'>

/** What an account's figures rest on, in a line. */
export const accountTerms = ({ catalogName, start, end, basis }: Told): string =>
  `${catalogName} · ${day(start)} to ${day(end)} · prices ${basis.price}, usage ${basis.usage}`
