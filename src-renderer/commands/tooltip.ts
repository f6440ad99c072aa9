/**
 * A tooltip is drawn where its button is, in whatever landmark holds that: at the end of the page it would lie in none.
 * Fixed to the window, it is not cut by what scrolls around the button.
 */
export const BESIDE_ITS_BUTTON = { withinPortal: false, floatingStrategy: 'fixed' } as const
