import { beforeEach, describe, expect, it } from 'vitest'
import { chordWorks, commandFor, commands, keyWorks, type Platform } from '#renderer/commands/registry.ts'
import { LANDING, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { useRoute } from '#renderer/state/route.ts'
import { worked } from './support/samples.ts'

const platform: Platform = { focusField: () => undefined }

function press(key: string): void {
  commands.find((command) => command.key === key)?.run(platform)
}

describe('commands', () => {
  beforeEach(() => {
    useInputs.setState(LANDING)
    useRoute.setState({ screen: 'compare', scenario: null, view: null })
    useResults.setState({ comparison: worked() })
  })

  it('have an id, a key and a chord of their own', () => {
    for (const of of ['id', 'key', 'accelerator'] as const) {
      const values = commands.map((command) => command[of]).filter((value) => value !== null)
      expect(new Set(values).size).toBe(values.length)
    }
  })

  it('are found with CapsLock on too', () => {
    expect(commandFor('O')?.id).toBe('overage.toggle')
    expect(commandFor('?')?.id).toBe('help')
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
