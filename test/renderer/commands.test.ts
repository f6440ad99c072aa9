import { beforeEach, describe, expect, it } from 'vitest'
import { RESULT_VIEWS, SCREENS } from '#shared/screens.ts'
import { chordWorks, commandFor, commands, keyWorks, type Platform } from '#renderer/commands/registry.ts'
import { LANDING, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { NOTHING_OPEN, useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useRoute } from '#renderer/state/route.ts'
import { worked } from './support/samples.ts'
import { content } from './support/scenarios.ts'

const platform: Platform = { focusField: () => undefined, goToPart: () => undefined }

function press(key: string): void {
  commandFor(key, useRoute.getState().screen)?.run(platform)
}

const ACME = {
  id: '3f0c0f52-0d6e-4a6b-9a35-000000000001',
  kind: 'scenario' as const,
  name: 'Acme',
  revision: 1,
  createdAt: '2026-11-01T12:00:00.000Z',
  updatedAt: '2026-11-01T12:00:00.000Z',
  deletedAt: null,
  content: content(),
}

describe('commands', () => {
  beforeEach(() => {
    useInputs.setState(LANDING)
    useRoute.setState({ screen: 'compare', scenario: null, view: null })
    useResults.setState({ comparison: worked() })
  })

  it('have an id and a chord of their own, and a key of their own on every screen', () => {
    const keys = SCREENS.map(({ id }) => commands.flatMap((one) => (keyWorks(one, id) ? one.key : null)))
    const all = [commands.map(({ id }) => id), commands.map(({ accelerator }) => accelerator), ...keys]
    for (const values of all.map((some) => some.filter((value) => value !== null)))
      expect(new Set(values).size).toBe(values.length)
  })

  it('go from view to view of an account by their keys there, around its ends, and to each by its number', () => {
    useRoute.setState({ screen: 'account', scenario: 'acme', view: null })
    const view = () => useRoute.getState().view
    press(']')
    expect(view()).toBe('credits')
    press('[')
    press('[')
    expect(view()).toBe('variants')
    press(']')
    expect(view()).toBe('timeline')
    for (const [place, named] of RESULT_VIEWS.entries()) {
      press(String(place + 1))
      expect(view()).toBe(named)
    }
  })

  it('go to a view of the open account from every screen', () => {
    useOpenScenario.setState({ document: ACME })
    useRoute.setState({ screen: 'settings', scenario: null, view: null })
    commands.find(({ id }) => id === 'account.show.ledger')?.run(platform)
    expect(useRoute.getState()).toEqual({ screen: 'account', scenario: ACME.id, view: 'ledger' })
    useOpenScenario.setState(NOTHING_OPEN, true)
  })

  it('do nothing before a customer that is not of the customer’s page', () => {
    useRoute.setState({ screen: 'present', scenario: 'acme', view: null })
    for (const id of ['go.compare', 'go.scenarios', 'scenario.new', 'scenario.import', 'history.undo']) {
      const [command] = commands.filter((one) => one.id === id)
      command?.run(platform)
      expect(command && chordWorks(command, 'present')).toBe(false)
    }
    press(']')
    expect(useRoute.getState().screen).toBe('present')
    expect(useInputs.getState()).toEqual(LANDING)
    press('Escape')
    expect(useRoute.getState()).toMatchObject({ screen: 'account', scenario: 'acme' })
  })

  it('are found with CapsLock on too', () => {
    expect(commandFor('O', 'compare')?.id).toBe('overage.toggle')
    expect(commandFor('?', 'settings')?.id).toBe('help')
  })

  it('step the usage', () => {
    press(']')
    expect(useInputs.getState().usage).toBe(410_000)
    press('[')
    press('[')
    expect(useInputs.getState().usage).toBe(390_000)
  })

  it('switch overage, offers, billing and pattern', () => {
    for (const key of ['o', 'f', 'b', 'p']) press(key)
    expect(useInputs.getState()).toMatchObject({
      overage: false,
      offers: true,
      billing: 'annual',
      patternKind: 'growth',
    })
  })

  it('pin a plan by its rank, and let it go again', () => {
    press('2')
    expect(useInputs.getState().focus).toBe('creator')
    press('2')
    expect(useInputs.getState().focus).toBeNull()
    press('1')
    press('0')
    expect(useInputs.getState().focus).toBeNull()
  })

  it('change nothing on a screen that does not show it', () => {
    useRoute.setState({ screen: 'settings', scenario: null, view: null })
    for (const key of ['o', 'b', ']', '2']) press(key)
    expect(useInputs.getState()).toEqual(LANDING)
  })

  it('work by their keys only on the screens that have them', () => {
    const named = (id: string) => commands.filter((command) => command.id === id)
    const [remove] = named('scenario.delete')
    const [duplicate] = named('scenario.duplicate')
    const [theme] = named('theme.next')
    if (!remove || !duplicate || !theme) throw new Error('A command is missing.')
    expect([keyWorks(remove, 'scenarios'), keyWorks(remove, 'compare')]).toEqual([true, false])
    expect([chordWorks(duplicate, 'compare'), chordWorks(duplicate, 'settings')]).toEqual([true, false])
    expect([keyWorks(theme, 'compare'), keyWorks(theme, 'settings')]).toEqual([true, true])
  })

  it('leave the focus alone where there is no such rank', () => {
    press('7')
    expect(useInputs.getState().focus).toBeNull()
  })
})
