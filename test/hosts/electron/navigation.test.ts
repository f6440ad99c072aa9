import { beforeAll, describe, expect, it } from 'vitest'
import type { FakeContents } from '../../fakes/electron-window.ts'
import { FOREIGN } from '../../fakes/foreign.ts'
import { onlyWindow, OURS, startShell } from '../../fakes/shell.ts'

describe('navigation (item 13)', () => {
  let contents: FakeContents
  beforeAll(async () => {
    contents = onlyWindow(await startShell()).webContents
  })

  it.each([
    ['a link', 'will-navigate'],
    ['a redirect', 'will-redirect'],
    ['a frame inside it', 'will-frame-navigate'],
  ])('%s stays at home', (_what, event) => {
    expect(contents.allows(event, { url: `${OURS}index.html` })).toBe(true)
    for (const url of FOREIGN)
      expect({ url, allowed: contents.allows(event, { url }) }).toEqual({ url, allowed: false })
  })
})
