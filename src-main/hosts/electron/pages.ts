import type { WebContents } from 'electron'
import { EVENT_CHANNEL } from '#shared/bridge.ts'
import type { Audience } from '../audience.ts'
import { isOurs } from './origin.ts'

const listening = new WeakSet<WebContents>()

/** A page that asked for events hears them until it goes: closed, crashed, or replaced by another or by itself. */
export function joinAudience(audience: Audience, contents: WebContents): void {
  if (listening.has(contents)) return
  listening.add(contents)
  const leave = audience.join((event) => {
    if (!contents.isDestroyed() && isOurs(contents.getURL())) contents.send(EVENT_CHANNEL, event)
  })
  const end = () => {
    listening.delete(contents)
    leave()
    contents.off('destroyed', end)
    contents.off('render-process-gone', end)
    contents.off('did-start-navigation', endOfPage)
  }
  const endOfPage = (details: { readonly isMainFrame: boolean; readonly isSameDocument: boolean }) => {
    if (details.isMainFrame && !details.isSameDocument) end()
  }
  contents.on('destroyed', end)
  contents.on('render-process-gone', end)
  contents.on('did-start-navigation', endOfPage)
}
