import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Api } from '#main/api/router.ts'
import { INVOKE_CHANNEL } from '#shared/bridge.ts'
import { refuse } from '#shared/problem.ts'
import { isOurs } from './origin.ts'

/** Answers the renderer's calls. A refusal is a value too: what is thrown across IPC loses everything but its text. */
export function answerCalls(api: Api): void {
  ipcMain.handle(INVOKE_CHANNEL, async (event, method: unknown, input: unknown) => {
    if (isFromOurPage(event)) return api(String(method), input)
    return refuse({ code: 'ipc.forbidden', message: 'Calls are only taken from the main window.', path: '' })
  })
}

/** Only the page itself may call: no frame inside it, and no page that replaced it. */
function isFromOurPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url)
}
