import { beforeEach, describe, expect, it } from 'vitest'
import { commandFor, commands, type Platform } from '#renderer/commands/registry.ts'
import { LANDING, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import { worked } from './support/samples.ts'

const platform: Platform = {
  focusUsage: () => undefined,
  colorScheme: 'auto',
  setColorScheme: () => undefined,
}

function press(key: string): void {
  commands.find((command) => command.key === key)?.run(platform)
}

describe('commands', () => {
  beforeEach(() => {
    useInputs.setState(LANDING)
    useResults.setState({ comparison: worked() })
  })

  it('have a key and an id of their own', () => {
    expect(new Set(commands.map(({ key }) => key)).size).toBe(commands.length)
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
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

  it('leave the focus alone where there is no such rank', () => {
    press('7')
    expect(useInputs.getState().focus).toBeNull()
  })
})
