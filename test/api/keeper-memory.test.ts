import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { decoded, Json } from '#main/runs/json.ts'
import { startKeeper } from '#main/runs/keeper-thread.ts'
import { companyWith, problemOf, valueOf } from '../store/support.ts'

/** Enough to open a store and keep ordinary documents. */
const MEMORY_MB = 40

/** A call of a few megabytes that takes up a hundred once it is read. */
const hugeCall = (): Json =>
  new Json(new TextEncoder().encode(`{"name":"Huge","document":[${'{},'.repeat(2_000_000)}{}]}`))

it('keeps what it answered where its memory runs out over a call, and opens the store again for the next', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-keeper-memory-'))
  const started = await startKeeper({
    entry: new URL('../../src-main/api/keeper-worker.ts', import.meta.url),
    place: { folder, isOwnFolder: true },
    memoryMb: MEMORY_MB,
    events: { emit: () => undefined },
    note: () => undefined,
  })
  const { ask, close } = valueOf(started)
  onTestFinished(async () => {
    await close()
    rmSync(folder, { recursive: true })
  })
  const create = (name: string) => ask('library.create', { name, document: companyWith('x') })

  const [before, huge, behind] = await Promise.all([
    create('Acme'),
    ask('library.create', hugeCall()),
    create('Bolt'),
  ])
  expect(decoded(before)).toMatchObject({ ok: true, value: { name: 'Acme' } })
  expect(problemOf(huge)).toMatchObject({
    code: 'store.broke_down',
    message: expect.stringContaining('look whether this was done before you try again'),
  })
  expect(problemOf(behind)).toMatchObject({
    code: 'store.broke_down',
    message: expect.stringContaining('so this was not begun'),
  })

  expect(decoded(await create('Cog'))).toMatchObject({ ok: true, value: { name: 'Cog' } })
  expect(decoded(await ask('store.info', {}))).toMatchObject({ value: { documents: 2, trouble: null } })
  expect(decoded(await ask('store.check', {}))).toMatchObject({ value: { findings: [] } })
})
