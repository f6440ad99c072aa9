import { create } from 'zustand'
import { entryOf, type Screen, SCREENS } from '#shared/screens.ts'
import { settleField } from './settling.ts'

export interface Route {
  readonly screen: Screen
  /** The scenario named in the address, which a reload opens again; null where none is. */
  readonly scenario: string | null
  /** Of a screen with several views the one that is shown; null for the one it begins with. */
  readonly view: string | null
}

/**
 * What an address leads to: `#/word` to a screen, `#/word/ID` to one with its scenario, `#/word/ID/view` to a view of it, any
 * other to the first screen.
 */
export function routeOf(hash: string): Route {
  const [, word = '', scenario = '', view = ''] = hash.split('/')
  const named = scenario === '' ? undefined : SCREENS.find(({ ofScenario }) => ofScenario === word)
  if (named) return { screen: named.id, scenario, view: named.views.find((known) => known === view) ?? null }
  const { id } = SCREENS.find(({ address }) => address === word) ?? SCREENS[0]
  return { screen: id, scenario: null, view: null }
}

export function hashOf({ screen, scenario, view = null }: Place): string {
  const { address, ofScenario, views } = entryOf(screen)
  if (scenario === null || ofScenario === null) return `#/${address}`
  const shown = view !== null && views.includes(view) ? `/${view}` : ''
  return `#/${ofScenario}/${scenario}${shown}`
}

type Place = Pick<Route, 'screen' | 'scenario'> & Partial<Pick<Route, 'view'>>

/** Whether a screen shows one scenario, which it then waits for. */
export const showsScenario = (screen: Screen): boolean => entryOf(screen).ofScenario !== null

export const useRoute = create<Route>(() => ({ screen: SCREENS[0].id, scenario: null, view: null }))

/**
 * Goes to a screen, and to a view of it where one is named; one that shows a scenario names it in its address, so that a
 * reload opens it again.
 */
export function goTo(screen: Screen, scenario: string | null, view?: string): void {
  settleField()
  useRoute.setState({
    screen,
    scenario: showsScenario(screen) ? scenario : null,
    ...(view === undefined ? {} : { view }),
  })
}

/** Shows another view of the screen that is shown; null for the one it begins with. */
export const showView = (view: string | null): void => useRoute.setState({ view })

/** Names the scenario that was opened in the address of the screen that shows it. */
export function nameInAddress(scenario: string): void {
  goTo(useRoute.getState().screen, scenario)
}

/** Follows the address (back, forward and links), and writes into it what is gone to. */
export function startRoute(): void {
  const follow = () => {
    settleField()
    useRoute.setState(routeOf(window.location.hash))
  }
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
