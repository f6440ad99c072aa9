/** A backup of what is about to be changed; of what the disk will not let go of, nothing is said. */
export interface BackupBefore {
  /** To be called once that is done: lets go of the backups that this one outlives. */
  readonly settle: () => void
  /** To be called where nothing was changed: lets go of this one. */
  readonly letGo: () => void
}
