import type { ChangeKind, Kind } from './change-kind.ts'
import { autoTopUp } from './auto-top-up.ts'
import { buyPack } from './buy-pack.ts'
import { buySeats } from './buy-seats.ts'
import { cancel } from './cancel.ts'
import { changePlan } from './change-plan.ts'
import { changeSeat } from './change-seat.ts'
import { inviteMember } from './invite-member.ts'
import { linkWorkspace } from './link-workspace.ts'
import { lockMember } from './lock-member.ts'
import { redeemCoupon } from './redeem-coupon.ts'
import { refund } from './refund.ts'
import { removeMember } from './remove-member.ts'
import { removeSeats } from './remove-seats.ts'
import { resume } from './resume.ts'
import { setGroupLimit } from './set-group-limit.ts'
import { setKeyLimit } from './set-key-limit.ts'
import { setOverage } from './set-overage.ts'
import { setWorkspaceLimit } from './set-workspace-limit.ts'
import { topUp } from './top-up.ts'
import { unlinkWorkspace } from './unlink-workspace.ts'
import { unlockMember } from './unlock-member.ts'

/** One row for each kind of change; a kind missing here does not compile. */
export const CHANGES: { readonly [K in Kind]: ChangeKind<K> } = {
  changePlan,
  cancel,
  refund,
  resume,
  setOverage,
  buySeats,
  removeSeats,
  buyPack,
  topUp,
  autoTopUp,
  redeemCoupon,
  inviteMember,
  removeMember,
  lockMember,
  unlockMember,
  changeSeat,
  setGroupLimit,
  setKeyLimit,
  setWorkspaceLimit,
  linkWorkspace,
  unlinkWorkspace,
}
