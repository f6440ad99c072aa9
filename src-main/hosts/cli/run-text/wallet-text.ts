import type { WalletLot, WalletResult } from '#shared/funds-result.ts'
import type { RunResult } from '#shared/run-result.ts'
import { figure } from '../figure.ts'
import { type Column, left, right } from '../text-table.ts'
import { section } from './sections.ts'

type WalletPeriod = WalletResult['periods'][number]

/** The prepaid balance by period and by purchase; nothing where usage is funded as it falls. */
export const walletTexts = ({ wallet, currency }: Pick<RunResult, 'wallet' | 'currency'>): string[] =>
  wallet === null
    ? []
    : [
        ...section(`Prepaid balance, ${currency}`, PERIODS, wallet.periods),
        ...section(`Prepaid money as it was bought, ${currency}`, LOTS, wallet.lots),
      ]

const PERIODS: readonly Column<WalletPeriod>[] = [
  right('no.', (row) => String(row.index)),
  right('opening', (row) => figure(row.opening)),
  right('topped up', (row) => figure(row.toppedUp)),
  right('drawn', (row) => figure(row.drawn)),
  right('expired', (row) => figure(row.expired)),
  right('closing', (row) => figure(row.closing)),
]

const LOTS: readonly Column<WalletLot>[] = [
  left('bought', (row) => row.bought),
  left('expires', (row) => row.expires),
  right('amount', (row) => figure(row.amount)),
  right('drawn', (row) => figure(row.drawn)),
  right('expired', (row) => figure(row.expired)),
  right('remaining', (row) => figure(row.remaining)),
]
