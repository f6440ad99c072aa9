import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Store } from '#main/store/index.ts'
import {
  clockAt,
  companyWith,
  namesIn,
  newStore,
  problemOf,
  storeIn,
  temporaryFolder,
  valueOf,
} from './support.ts'

const backupsOf = (store: Store) => valueOf(store.info()).backups
const add = (store: Store, name: string) =>
  valueOf(store.library.create({ name, document: companyWith(name) })).id

describe('automatic backups', () => {
  it('are made when the store opens and the newest backup is more than a day old', () => {
    const clock = clockAt('2026-05-01T12:00:00Z')
    const folder = temporaryFolder()
    const openings = [0, 0, 0.9, 0.2, 3].map((days) => {
      clock.forward(days)
      const store = storeIn(folder, clock)
      const made = backupsOf(store).map(({ at, reason }) => [at, reason])
      if (days === 0 && made.length === 0 && namesIn(store).length === 0) add(store, 'Acme')
      store.close()
      return made.length
    })
    // Nothing to keep; the first document; a day has not passed; it has; it has again.
    expect(openings).toEqual([0, 1, 1, 2, 3])
  })

  it('keep the five newest of each reason', () => {
    const clock = clockAt('2026-05-01T12:00:00Z')
    const folder = temporaryFolder()
    const first = storeIn(folder, clock)
    add(first, 'Acme')
    const asked = valueOf(first.backup())
    first.close()
    for (let opening = 0; opening < 7; opening++) {
      clock.forward(2)
      storeIn(folder, clock).close()
    }
    const kept = backupsOf(storeIn(folder, clock))
    expect(kept.map(({ reason }) => reason)).toEqual([...Array(5).fill('automatic'), 'asked'])
    expect(kept[0]).toMatchObject({ at: '2026-05-15T12:00:00.000Z' })
    expect(kept.at(-1)).toEqual(asked)
  })
})

describe('the last backup of documents that are gone from the store', () => {
  it('outlives any number of backups of what was made since', () => {
    const clock = clockAt('2026-05-01T12:00:00Z')
    const folder = temporaryFolder()
    const first = storeIn(folder, clock)
    add(first, 'Acme')
    first.close()
    storeIn(folder, clock).close()
    rmSync(join(folder, 'tierwise.db'))
    for (let day = 0; day < 10; day++) {
      clock.forward(2)
      const store = storeIn(folder, clock)
      add(store, `Since then ${day}`)
      store.close()
    }
    const store = storeIn(folder, clock)
    const oldest = backupsOf(store).at(-1)
    expect(oldest?.at).toBe('2026-05-01T12:00:00.000Z')
    valueOf(store.restore(oldest?.name ?? ''))
    expect(namesIn(store)).toEqual(['Acme'])
  })
})

describe('a clock that was ahead for a while', () => {
  const clock = () => clockAt('2026-05-01T12:00:00Z')

  it('keeps no later backup from being made', () => {
    const [folder, now] = [temporaryFolder(), clock()]
    const ahead = storeIn(folder, clockAt('2030-01-01T12:00:00Z'))
    add(ahead, 'Acme')
    valueOf(ahead.backup())
    ahead.close()
    const store = storeIn(folder, now)
    expect(backupsOf(store).map(({ reason }) => reason)).toEqual(['automatic', 'asked'])
  })

  /** Six backups of each kind made while it was: five stay. */
  function folderFromAhead() {
    const [folder, ahead] = [temporaryFolder(), clockAt('2030-01-01T12:00:00Z')]
    const store = storeIn(folder, ahead)
    add(store, 'Acme')
    for (let count = 0; count < 6; count++) {
      ahead.forward(2)
      valueOf(store.backUpDaily())
      valueOf(store.backup())
    }
    store.close()
    return folder
  }

  it('pushes out none that are made since, nor is pushed out by them', () => {
    const [folder, now] = [folderFromAhead(), clock()]
    const store = storeIn(folder, now)
    const before = backupsOf(store)
    for (let count = 0; count < 6; count++) {
      now.forward(2)
      valueOf(store.backUpDaily())
      valueOf(store.backup())
    }
    const made = backupsOf(store).filter(({ isAhead }) => !isAhead)
    expect(made.filter(({ reason }) => reason === 'asked').map(({ at }) => at.slice(0, 10))).toEqual(
      ['13', '11', '09', '07', '05'].map((day) => `2026-05-${day}`),
    )
    expect(backupsOf(store).filter(({ isAhead }) => isAhead)).toEqual(before.filter(({ isAhead }) => isAhead))
  })

  it('has none of them listed or offered as the newest, but after all others', () => {
    const [folder, now] = [folderFromAhead(), clock()]
    const store = storeIn(folder, now)
    add(store, 'Since then')
    now.forward(1)
    const newest = valueOf(store.backup())
    expect(backupsOf(store).findIndex(({ isAhead }) => isAhead)).toBe(2)
    expect(backupsOf(store)[0]).toEqual(newest)
    store.close()
    writeFileSync(join(folder, 'tierwise.db'), 'broken')
    expect(valueOf(storeIn(folder, now).info()).trouble?.offered).toEqual(newest)
  })

  it('has the newest of them offered where there is no other, and says how it is dated', () => {
    const folder = folderFromAhead()
    writeFileSync(join(folder, 'tierwise.db'), 'broken')
    const { trouble } = valueOf(storeIn(folder, clock()).info())
    expect(trouble?.offered).toMatchObject({ at: '2030-01-13T12:00:00.001Z', isAhead: true })
    expect(trouble?.message).toContain(
      'a sound backup of 2030-01-13 (later than the clock of this machine says)',
    )
  })

  it('leaves those of before where it was behind for a while, however many are made meanwhile', () => {
    const [folder, now] = [temporaryFolder(), clock()]
    const store = storeIn(folder, now)
    add(store, 'Acme')
    const real = [0, 1, 2, 3, 4].map(() => {
      now.forward(2)
      return valueOf(store.backup())
    })
    store.close()
    const behind = clockAt('2000-01-01T00:00:00Z')
    const meanwhile = storeIn(folder, behind)
    for (let count = 0; count < 7; count++) {
      behind.forward(2)
      valueOf(meanwhile.backup())
    }
    meanwhile.close()
    const names = backupsOf(storeIn(folder, now)).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(real.map(({ name }) => name)))
    expect(names[0]).toBe(real.at(-1)?.name)
  })

  it('takes nothing away from restoring, which keeps what it replaces', () => {
    const [folder, now] = [temporaryFolder(), clock()]
    const ahead = storeIn(folder, clockAt('2030-01-01T12:00:00Z'))
    add(ahead, 'Acme')
    const { name } = valueOf(ahead.backup())
    for (let count = 0; count < 5; count++) valueOf(ahead.restore(name))
    ahead.close()
    const store = storeIn(folder, now)
    add(store, 'Later')
    valueOf(store.restore(name))
    const kept = backupsOf(store).find(({ at }) => at.startsWith('2026'))
    valueOf(store.restore(kept?.name ?? ''))
    expect(namesIn(store).toSorted()).toEqual(['Acme', 'Later'])
  })
})

describe('a store that stays open', () => {
  it('is backed up when a day has passed, and only where there is anything', () => {
    const clock = clockAt('2026-05-01T12:00:00Z')
    const store = newStore(clock)
    expect(valueOf(store.backUpDaily())).toBe(null)
    add(store, 'Acme')
    expect(valueOf(store.backUpDaily())).toMatchObject({ at: '2026-05-01T12:00:00.000Z' })
    clock.forward(0.9)
    expect(valueOf(store.backUpDaily())).toBe(null)
    clock.forward(0.2)
    expect(valueOf(store.backUpDaily())).toMatchObject({ reason: 'automatic' })
    expect(backupsOf(store)).toHaveLength(2)
  })
})

describe('a backup that a person asks for', () => {
  it('is a whole store in one file, listed first', () => {
    const store = newStore(clockAt('2026-05-01T12:00:00Z'))
    add(store, 'Acme')
    const [first, second] = [valueOf(store.backup()), valueOf(store.backup())]
    expect(first).toMatchObject({ name: 'tierwise-2026-05-01T12-00-00-000Z-asked.db', reason: 'asked' })
    expect(second.at).toBe('2026-05-01T12:00:00.001Z')
    expect(backupsOf(store)).toEqual([second, first])
    expect(first.bytes).toBeGreaterThan(4096)
  })

  it('leaves nothing unfinished behind, and clears away what a killed process left', () => {
    const folder = temporaryFolder()
    const store = storeIn(folder)
    valueOf(store.backup())
    writeFileSync(join(folder, 'backups', 'unfinished-tierwise-2026.db'), 'half')
    valueOf(store.backup())
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('unfinished'))).toEqual([])
  })
})

describe('restoring', () => {
  it('brings everything back as it was, and keeps what it replaces', () => {
    const clock = clockAt('2026-05-01T12:00:00Z')
    const store = newStore(clock)
    const id = add(store, 'Acme')
    valueOf(store.library.rename(id, 'Bolt'))
    const { name } = valueOf(store.backup())
    clock.forward(0.5)
    valueOf(store.library.rename(id, 'Cog'))
    add(store, 'Later')

    const info = valueOf(store.restore(name))
    expect(info).toMatchObject({ documents: 1, trouble: null })
    expect(info.backups.map(({ reason }) => reason)).toEqual(['restore', 'asked'])
    expect(namesIn(store)).toEqual(['Bolt'])
    expect(valueOf(store.history.state(id))).toEqual({ undo: 'Rename to “Bolt”', redo: null })
    valueOf(store.library.rename(id, 'Dynamo'))

    clock.forward(0.1)
    valueOf(store.restore(info.backups[0]?.name ?? ''))
    expect(namesIn(store).toSorted()).toEqual(['Cog', 'Later'])
    expect(valueOf(store.check()).findings).toEqual([])
  })

  it('is there after a restart', () => {
    const folder = temporaryFolder()
    const store = storeIn(folder)
    add(store, 'Acme')
    const { name } = valueOf(store.backup())
    add(store, 'Later')
    valueOf(store.restore(name))
    store.close()
    expect(namesIn(storeIn(folder))).toEqual(['Acme'])
  })

  it('takes the oldest of five kept from restoring, although a sixth is kept first', () => {
    const clock = clockAt('2026-05-01T12:00:00Z')
    const store = newStore(clock)
    add(store, 'first')
    const { name } = valueOf(store.backup())
    for (const next of ['a', 'b', 'c', 'd', 'e']) {
      clock.forward(0.1)
      add(store, next)
      valueOf(store.restore(name))
    }
    const oldest = backupsOf(store).findLast(({ reason }) => reason === 'restore')
    valueOf(store.restore(oldest?.name ?? ''))
    expect(namesIn(store).toSorted()).toEqual(['a', 'first'])
  })

  it.each(['no-such.db', '../tierwise.db', 'tierwise-2026-05-01T12-00-00-000Z-asked.db', ''])(
    'refuses "%s", which is no backup',
    (name) => {
      const store = newStore()
      add(store, 'Acme')
      expect(problemOf(store.restore(name))).toMatchObject({ code: 'backup.unknown', path: 'name' })
      expect(namesIn(store)).toEqual(['Acme'])
    },
  )

  it('refuses a damaged backup and leaves the store as it is', () => {
    const folder = temporaryFolder()
    const store = storeIn(folder)
    add(store, 'Acme')
    const { name } = valueOf(store.backup())
    writeFileSync(join(folder, 'backups', name), 'no database at all')
    expect(problemOf(store.restore(name))).toMatchObject({ code: 'backup.damaged', path: 'name' })
    expect(namesIn(store)).toEqual(['Acme'])
    expect(existsSync(join(folder, 'tierwise.db-restoring'))).toBe(false)
  })
})
