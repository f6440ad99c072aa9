import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import type { CompiledPlan } from '../plan/compiled-plan.ts'
import type { Grant } from '../pool/grant.ts'
import type { ChargeLine, Period, Recorder, Stretch, Use } from './recorder.ts'

/** A recorder that writes nothing down: the start for those that listen to a few happenings only. */
export class SilentRecorder implements Recorder {
  periodOpened(_period: Period, _balance: Credits): void {}
  charged(_at: Instant, _line: ChargeLine): void {}
  renewed(_period: Period, _grant: Grant | null, _heldBack: Credits): void {}
  burned(_stretch: Stretch, _grant: Grant, _amount: Credits): void {}
  used(_stretch: Stretch, _use: Use, _available: Credits): void {}
  granted(_at: Instant, _period: Period, _grant: Grant): void {}
  expired(_period: Period, _grant: Grant, _amount: Credits): void {}
  forfeited(_period: Period, _grant: Grant, _amount: Credits): void {}
  carried(_period: Period, _from: Grant, _to: Grant): void {}
  periodClosed(_period: Period, _balance: Credits): void {}
  planChanged(_at: Instant, _from: CompiledPlan, _to: CompiledPlan): void {}
  refused(_at: Instant, _index: number, _why: string): void {}
}
