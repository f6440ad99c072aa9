import { expect, it } from 'vitest'
import { createApi } from '#main/api/router.ts'
import { serveOnLoopback } from '#main/hosts/web/server.ts'
import { fakeBundle } from '../../fakes/bundle.ts'
import { send } from '../../fakes/http.ts'

it('the host learns once that a page reads its script, and not when only the page is sent', async () => {
  const bundle = fakeBundle()
  let times = 0
  const host = await serveOnLoopback({
    api: createApi({ host: 'web' }),
    root: bundle.root,
    onPageReads: () => (times += 1),
  })
  const get = (path: string) => send(host.origin, { path })
  try {
    await get('/')
    expect(times).toBe(0)
    await get('/assets/app.js')
    await get('/assets/app.js')
    await expect.poll(() => times).toBe(1)
  } finally {
    await host.close()
    bundle.remove()
  }
})
