import { create } from 'zustand'
import { entryOf, type Screen, SCREENS } from '#shared/screens.ts'

export interface Route {
  readonly screen: Screen
  /** The scenario named in the address, which a reload opens again; null where none is. */
  readonly scenario: string | null
}

/** What an address leads to: `#/word` to a screen, `#/word/ID` to one with its scenario, any other to the first screen. */
export function routeOf(hash: string): Route {
  const [, word = '', scenario = ''] = hash.split('/')
  const named = scenario === '' ? undefined : SCREENS.find(({ ofScenario }) => ofScenario === word)
  if (named) return { screen: named.id, scenario }
  const { id } = SCREENS.find(({ address }) => address === word) ?? SCREENS[0]
  return { screen: id, scenario: null }
}

export function hashOf({ screen, scenario }: Route): string {
  const { address, ofScenario } = entryOf(screen)
  return scenario === null || ofScenario === null ? `#/${address}` : `#/${ofScenario}/${scenario}`
}

/** Whether a screen shows one scenario, which it then waits for. */
export const showsScenario = (screen: Screen): boolean => entryOf(screen).ofScenario !== null

export const useRoute = create<Route>(() => ({ screen: SCREENS[0].id, scenario: null }))

/** Goes to a screen; one that shows a scenario names it in its address, so that a reload opens it again. */
export const goTo = (screen: Screen, scenario: string | null): void =>
  useRoute.setState({ screen, scenario: showsScenario(screen) ? scenario : null })

/** Names the scenario that was opened in the address of the screen that shows it. */
export function nameInAddress(scenario: string): void {
  goTo(useRoute.getState().screen, scenario)
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
    const named = before.screen === route.screen && before.scenario === null
    if (named) window.history.replaceState(null, '', hash)
    else window.history.pushState(null, '', hash)
  })
}
