import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { TOKEN_HEADER } from '#shared/bridge.ts'
import { AGAIN_PATH } from '../web/admit.ts'
import { type Invitation, invitationSchema } from '../web/door.ts'
import { writeWhole } from '../write-file.ts'

/** Beside the store, and for this user's eyes only: where the loopback host that has it open is asked to do more. */
const FILE = 'running.json'
const FOR_THE_USER = 0o600
const PATIENCE_MS = 5000

const runningSchema = z.strictObject({
  origin: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/),
  key: z.string(),
})
export type Running = z.infer<typeof runningSchema>

const answerSchema = z.object({ ok: z.literal(true), value: invitationSchema })

/** Lets a second start find this one, until the function that it resolves to is called. */
export async function announce(folder: string, { origin, key }: Running): Promise<() => Promise<void>> {
  const file = join(folder, FILE)
  const running: Running = { origin, key }
  // Where the folder cannot be written, a second start is told that there is a first, as it was.
  await writeWhole(file, JSON.stringify(running), FOR_THE_USER).catch(() => undefined)
  return () => rm(file, { force: true }).catch(() => undefined)
}

/** Hands the files over to the start that has this folder's documents open; undefined where none answers. */
export async function handOver(folder: string, files: readonly string[]): Promise<Invitation | undefined> {
  try {
    const { origin, key } = runningSchema.parse(JSON.parse(await readFile(join(folder, FILE), 'utf8')))
    const response = await fetch(`${origin}${AGAIN_PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [TOKEN_HEADER]: key },
      body: JSON.stringify({ files }),
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'error',
    })
    const invitation = answerSchema.parse(await response.json()).value
    const isItsOwn = Object.values(invitation).every((address) => new URL(address).origin === origin)
    return isItsOwn ? invitation : undefined
  } catch {
    // It is a window of Electron that runs, or one that has just ended: its own words say what to do.
    return undefined
  }
}
