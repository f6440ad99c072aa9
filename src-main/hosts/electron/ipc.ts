import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Api } from '#main/api/router.ts'
import { crossed, Json } from '#main/runs/json.ts'
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '#shared/bridge.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import type { Audience } from '../audience.ts'
import { isOurs } from './origin.ts'
import { joinAudience } from './pages.ts'

/** Answers the renderer's calls, and lets its pages hear events. */
export function answerCalls(api: Api, audience: Audience): void {
  handle(INVOKE_CHANNEL, (_event, method, input) => asIs(api(String(method), crossed(input))))
  handle(EVENT_CHANNEL, ({ sender }) => {
    joinAudience(audience, sender)
    return succeed({})
  })
}

/** A value that is JSON already crosses as its bytes, which the preload reads; anything else as itself. */
async function asIs(answering: Promise<Result<unknown>>): Promise<Result<unknown> | Uint8Array> {
  const answer = await answering
  return answer.ok && answer.value instanceof Json ? answer.value.bytes : answer
}

type Answer = (
  event: IpcMainInvokeEvent,
  ...args: readonly unknown[]
) => Result<unknown> | Promise<Result<unknown> | Uint8Array>

/**
 * The one way to listen to a channel: whoever is not our page gets a refusal. A refusal is a value too: what is thrown
 * across IPC loses everything but its text.
 */
function handle(channel: string, answer: Answer): void {
  ipcMain.handle(channel, (event, ...args: readonly unknown[]) =>
    isFromOurPage(event) ? answer(event, ...args) : FORBIDDEN,
  )
}

const FORBIDDEN = refuse({
  code: 'ipc.forbidden',
  message: 'Calls are only taken from the main window.',
  path: '',
})

/** Only the page itself may call: no frame inside it, and no page that replaced it. */
function isFromOurPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url)
}
