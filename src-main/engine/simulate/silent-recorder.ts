import type { Credits, Money } from '../exact/amount.ts'
import type { Grant } from '../pool/grant.ts'
import type { BlockCause, Period, Recorder } from './recorder.ts'

/** A recorder that writes nothing down: the start for those that listen to a few happenings only. */
export class SilentRecorder implements Recorder {
  periodOpened(_period: Period, _balance: Credits): void {}
  subscriptionCharged(_period: Period, _amount: Money, _months: number): void {}
  offerApplied(_period: Period, _amount: Money): void {}
  renewed(_period: Period, _grant: Grant | null, _heldBack: Credits): void {}
  usageWanted(_period: Period, _wanted: Credits, _available: Credits): void {}
  burned(_period: Period, _grant: Grant, _amount: Credits): void {}
  pastQuota(_period: Period, _served: Credits, _blocked: Credits, _cause: BlockCause): void {}
  overageCharged(_period: Period, _quantity: Credits, _amount: Money): void {}
  expired(_period: Period, _grant: Grant, _amount: Credits): void {}
  forfeited(_period: Period, _grant: Grant, _amount: Credits): void {}
  carried(_period: Period, _from: Grant, _to: Grant): void {}
  periodClosed(_period: Period, _balance: Credits): void {}
}
