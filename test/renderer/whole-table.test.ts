import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Invoke } from '#shared/api.ts'
import { RESULT_VIEWS } from '#shared/screens.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { offerExport } from '#renderer/state/exportables.ts'
import { inSight, useJobs } from '#renderer/state/jobs.ts'
import { mainPart, partName, partsShown, VIEW_PARTS } from '#renderer/state/view-parts.ts'
import { wholeTable } from '#renderer/state/whole-table.ts'

const TABLE = { id: '0'.repeat(64), account: null, table: { kind: 'invoices' } } as const

/** A table of five rows, two of which are answered at once. */
const ROWS = ['a', 'b', 'c', 'd', 'e']
function answeredBy(answer: (offset: number) => unknown) {
  const asked: number[] = []
  const invoke: Invoke = (_method, input) => {
    const offset = Number(Reflect.get(input, 'offset'))
    asked.push(offset)
    return JSON.parse(JSON.stringify(answer(offset)))
  }
  setBackend({ invoke: async (method, input) => invoke(method, input), subscribe: () => () => undefined })
  return asked
}
const part = (offset: number) => {
  const rows = ROWS.slice(offset, offset + 2)
  return {
    ok: true,
    value: { csv: rows.map((row) => `${row}\r\n`).join(''), rows: rows.length, rowCount: 5 },
  }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const job = () => ({ signal: new AbortController().signal, onProgress: vi.fn<(progress: number) => void>() })

describe('a table that is saved whole', () => {
  it('is put together from its parts in their order, and tells how far it is', async () => {
    const asked = answeredBy(part)
    const at = job()
    const file = await wholeTable(TABLE, at)
    expect(file.ok && textOf(file.value)).toBe('a\r\nb\r\nc\r\nd\r\ne\r\n')
    expect(asked).toEqual([0, 2, 4])
    expect(at.onProgress.mock.calls).toEqual([[0.4], [0.8]])
  })

  it('is asked for no further once it is called off', async () => {
    const control = new AbortController()
    const asked = answeredBy(part)
    const file = await wholeTable(TABLE, { signal: control.signal, onProgress: () => control.abort() })
    expect(file.ok ? null : file.problems[0]?.code).toBe('run.cancelled')
    expect(asked).toEqual([0, 2])
  })

  it('is refused as its parts are, and ends where a part has no rows', async () => {
    answeredBy(() => ({ ok: false, problems: [{ code: 'x', message: 'No.', path: '' }] }))
    expect((await wholeTable(TABLE, job())).ok).toBe(false)
    answeredBy((offset) => (offset === 0 ? part(0) : { ok: true, value: { csv: '', rows: 0, rowCount: 5 } }))
    const file = await wholeTable(TABLE, job())
    expect(file.ok && textOf(file.value)).toBe('a\r\nb\r\n')
  })

  it('is refused where it is larger than a file may be', async () => {
    const megabyte = 'x'.repeat(1024 * 1024)
    answeredBy(() => ({ ok: true, value: { csv: megabyte, rows: 1, rowCount: 100 } }))
    const file = await wholeTable(TABLE, job())
    expect(file.ok ? null : file.problems[0]?.code).toBe('table.too_large')
  })
})

describe('work that may take long', () => {
  afterEach(() => vi.useRealTimers())

  it('is shown once it has taken 300 ms, with how far it is, and can be called off', async () => {
    vi.useFakeTimers()
    const end = Promise.withResolvers<string>()
    let step: (progress: number) => void = () => undefined
    const work = inSight('Saving Ledger', ({ signal, onProgress }) => {
      step = onProgress
      signal.addEventListener('abort', () => end.resolve('called off'))
      return end.promise
    })
    step(0.25)
    vi.advanceTimersByTime(299)
    expect(useJobs.getState().jobs).toEqual([])
    vi.advanceTimersByTime(1)
    expect(useJobs.getState().jobs).toMatchObject([{ what: 'Saving Ledger', progress: 0.25 }])
    step(0.5)
    expect(useJobs.getState().jobs).toMatchObject([{ progress: 0.5 }])
    useJobs.getState().jobs[0]?.cancel()
    expect(await work).toBe('called off')
    expect(useJobs.getState().jobs).toEqual([])
  })

  it('is never shown where it ends before, or fails', async () => {
    vi.useFakeTimers()
    await expect(inSight('Saving', () => Promise.reject(new Error('No.')))).rejects.toThrow('No.')
    vi.advanceTimersByTime(1000)
    expect(useJobs.getState().jobs).toEqual([])
  })
})

describe('what can be saved of the views of a result', () => {
  it('is named for every view, each part by an id of its own', () => {
    const ids = RESULT_VIEWS.flatMap((view) => VIEW_PARTS[view].map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.map(partName).every((name) => name !== '')).toBe(true)
  })

  it('is what is on the screen of it, the main part first', () => {
    const offered = { about: '', section: () => null, tables: [], turn: null }
    const ends = [
      offerExport('upgrades', { ...offered, name: 'Best upgrade date' }),
      offerExport('failures', { ...offered, name: 'Both failures' }),
    ]
    expect(partsShown('variants').map(({ part: shown }) => shown.id)).toEqual(['failures', 'upgrades'])
    expect(mainPart('variants', 'table')?.name).toBe('Both failures')
    expect(mainPart('variants', 'chart')?.name).toBe('Best upgrade date')
    for (const end of ends) end()
    expect(mainPart('variants', 'table')).toBeUndefined()
  })
})
