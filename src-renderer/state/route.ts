import { create } from 'zustand'

export type Screen = 'compare' | 'scenarios' | 'settings'

export interface Route {
  readonly screen: Screen
  /** The scenario named in the address, which a reload opens again; null where none is. */
  readonly scenario: string | null
}

/** `#/scenarios`, `#/settings`, `#/scenario/ID`; anything else is the Compare screen. */
export function routeOf(hash: string): Route {
  const [, first = '', second = ''] = hash.split('/')
  if (first === 'scenarios' || first === 'settings') return { screen: first, scenario: null }
  return { screen: 'compare', scenario: first === 'scenario' && second !== '' ? second : null }
}

export const hashOf = ({ screen, scenario }: Route): string => {
  if (screen !== 'compare') return `#/${screen}`
  return scenario === null ? '#/' : `#/scenario/${scenario}`
}

export const useRoute = create<Route>(() => ({ screen: 'compare', scenario: null }))

/** Goes to a screen; the Compare screen shows the scenario that is open. */
export const goTo = (screen: Screen, scenario: string | null = null): void =>
  useRoute.setState({ screen, scenario })

/** Names the open scenario in the address of the Compare screen, so that a reload opens it again. */
export function nameInAddress(scenario: string): void {
  if (useRoute.getState().screen === 'compare') useRoute.setState({ scenario })
}

/** Follows the address (back, forward and links), and writes into it what is gone to. */
export function startRoute(): void {
  const follow = () => useRoute.setState(routeOf(window.location.hash))
  window.addEventListener('popstate', follow)
  window.addEventListener('hashchange', follow)
  follow()
  useRoute.subscribe((route, before) => {
    const hash = hashOf(route)
    if (window.location.hash === hash) return
    // Naming what is shown already is no step to go back over.
    const named = before.screen === 'compare' && before.scenario === null && route.screen === 'compare'
    if (named) window.history.replaceState(null, '', hash)
    else window.history.pushState(null, '', hash)
  })
}
