import { MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { SCREENS, standsAlone } from '#shared/screens.ts'
import { Rail } from '#renderer/app/Rail.tsx'
import { commands } from '#renderer/commands/registry.ts'
import { hashOf, routeOf, useRoute } from '#renderer/state/route.ts'

/** The links of the rail as a page holds them. */
function railLinks(): readonly { readonly href: string; readonly name: string }[] {
  const rail = renderToStaticMarkup(
    <MantineProvider>
      <Rail />
    </MantineProvider>,
  )
  const links = rail.matchAll(/<a [^>]*href="([^"]*)".*?<span class="visually-hidden">(.*?)<\/span><\/a>/g)
  return [...links].map(([, href = '', name = '']) => ({ href, name }))
}

describe('the screens', () => {
  it('have ids, names, chords and words of addresses of their own', () => {
    // Of one screen both words may be the same.
    const words = SCREENS.flatMap(({ address, ofScenario }) => [
      ...new Set([address, ...(ofScenario === null ? [] : [ofScenario])]),
    ])
    const chords = SCREENS.flatMap(({ accelerator }) => accelerator ?? [])
    for (const own of [SCREENS.map(({ id }) => id), SCREENS.map(({ name }) => name), chords, words])
      expect(new Set(own).size).toBe(own.length)
  })

  it('are the links of the rail, in order, but for those that have the window to themselves', () => {
    const places = SCREENS.filter(({ has }) => has === 'page')
    expect(SCREENS.filter(({ id }) => standsAlone(id)).map(({ id }) => id)).toEqual(['present'])
    expect(railLinks()).toEqual(places.map(({ name, address }) => ({ href: `#/${address}`, name })))
  })
})

describe.each(SCREENS)('$name', ({ id, name, address, ofScenario, views, accelerator }) => {
  it('opens at its address', () => {
    expect(routeOf(`#/${address}`)).toEqual({ screen: id, scenario: null, view: null })
    expect(hashOf({ screen: id, scenario: null })).toBe(`#/${address}`)
  })

  it('names a scenario in its address where it shows one, and only there', () => {
    const hash = hashOf({ screen: id, scenario: '3f0c' })
    const names = ofScenario !== null
    expect(hash).toBe(names ? `#/${ofScenario}/3f0c` : `#/${address}`)
    expect(routeOf(hash)).toEqual({ screen: id, scenario: names ? '3f0c' : null, view: null })
  })

  it('names its views behind its scenario', () => {
    for (const view of views) {
      const hash = hashOf({ screen: id, scenario: '3f0c', view })
      expect(hash).toBe(`#/${String(ofScenario)}/3f0c/${view}`)
      expect(routeOf(hash)).toEqual({ screen: id, scenario: '3f0c', view })
    }
    expect(routeOf(`#/${String(ofScenario)}/3f0c/nonsense`).view).toBeNull()
  })

  it('is gone to by a command of its name, in the View menu and by its chord', () => {
    const going = commands.filter((command) => command.screen === id)
    expect(going).toMatchObject([{ label: name, group: 'View', accelerator }])
    for (const { id: elsewhere } of SCREENS.filter(({ has }) => has === 'page')) {
      useRoute.setState({ screen: elsewhere, scenario: null, view: null })
      for (const command of going) command.run({ focusField: () => undefined, goToPart: () => undefined })
      expect(useRoute.getState().screen).toBe(id)
    }
  })
})
