import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createApi } from '#main/api/router.ts'
import { RunState } from '#shared/runs.ts'
import { CASES } from '../api/cases.ts'
import { openPage, startShell } from '../fakes/shell.ts'
import { PATIENT } from '../patience.ts'

const Started = z.object({ ok: z.literal(true), value: RunState })

it('the built application does a long call in its built worker, tells the page, and hands the answer out', async () => {
  const electron = await startShell()
  const page = openPage(electron)
  const [input] = CASES['analysis.variants'].good

  const started = await page.invoke('runs.start', { method: 'analysis.variants', input })
  const { id } = Started.parse(started).value
  const done = { kind: 'run', run: expect.objectContaining({ id, status: 'done', progress: 1 }) }
  await vi.waitFor(() => expect(page.heard).toContainEqual(done), PATIENT)

  const direct = await createApi({ host: 'test' })('analysis.variants', input)
  expect(await page.invoke('runs.result', { id })).toEqual(direct)
})
