/** What became of credits and usage that came to nothing, for those who meet the words here first. */
export const LOST_ABOUTS = {
  blocked: 'Usage that was not served, of whatever cause.',
  expired: 'Credits that were paid for and ran out of time before they were used.',
  forfeited: 'Credits that a renewal did not add, because the plan limits how many may be carried over.',
} as const
