import type { Instant } from '../calendar/civil.ts'
import type { Credits, Money } from '../exact/amount.ts'
import type { Grant } from '../pool/grant.ts'
import type { Period, Recorder, Stretch, Use } from './recorder.ts'

/** A recorder that writes nothing down: the start for those that listen to a few happenings only. */
export class SilentRecorder implements Recorder {
  periodOpened(_period: Period, _balance: Credits): void {}
  subscriptionCharged(_period: Period, _amount: Money, _months: number): void {}
  offerApplied(_period: Period, _amount: Money): void {}
  renewed(_period: Period, _grant: Grant | null, _heldBack: Credits): void {}
  burned(_stretch: Stretch, _grant: Grant, _amount: Credits): void {}
  used(_stretch: Stretch, _use: Use, _available: Credits): void {}
  overageCharged(_period: Period, _quantity: Credits, _amount: Money): void {}
  expired(_period: Period, _grant: Grant, _amount: Credits): void {}
  forfeited(_period: Period, _grant: Grant, _amount: Credits): void {}
  carried(_period: Period, _from: Grant, _to: Grant): void {}
  periodClosed(_period: Period, _balance: Credits): void {}
  refused(_at: Instant, _index: number, _why: string): void {}
}
