import type { Instant } from '../calendar/civil.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Departure } from '../gate/workspaces.ts'
import type { Bill } from '../invoice/bill.ts'
import type { Grant } from '../pool/grant.ts'
import type { MoneyLot } from '../pool/money-lots.ts'
import type { ChargeLine, DeficitFate, MoneyMove, Period, Recorder, Stretch, Use } from './recorder.ts'

/** A recorder that writes nothing down: the start for those that listen to a few happenings only. */
export class SilentRecorder implements Recorder {
  periodOpened(_period: Period, _balance: Credits): void {}
  charged(_at: Instant, _line: ChargeLine): void {}
  renewed(_period: Period, _grant: Grant | null, _heldBack: Credits): void {}
  burned(_stretch: Stretch, _grant: Grant, _amount: Credits): void {}
  used(_stretch: Stretch, _use: Use, _available: Credits): void {}
  granted(_at: Instant, _period: Period, _grant: Grant, _amount: Credits): void {}
  expired(_period: Period, _grant: Grant, _amount: Credits): void {}
  forfeited(_period: Period, _grant: Grant, _amount: Credits): void {}
  carried(_period: Period, _from: Grant, _to: Grant): void {}
  repaid(_at: Instant, _period: Period, _grant: Grant, _amount: Credits): void {}
  deficitEnded(_at: Instant, _period: Period, _fate: DeficitFate, _amount: Credits): void {}
  moneyMoved(_at: Instant, _period: Period, _move: MoneyMove, _lot: MoneyLot, _amount: Money): void {}
  periodClosed(_period: Period, _balance: Credits): void {}
  planChanged(_at: Instant, _from: CompiledPlan, _to: CompiledPlan): void {}
  refused(_at: Instant, _index: number, _why: string): void {}
  redeemed(_at: Instant, _coupon: string): void {}
  workspaceLinked(_at: Instant, _workspace: string): void {}
  workspaceUnlinked(_at: Instant, _departure: Departure): void {}
  invoiced(_bills: readonly Bill[]): void {}
}
