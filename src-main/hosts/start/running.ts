import { constants } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { here, isOwnFolder, type Surroundings } from '../data-folder.ts'
import { MOST_AT_ONCE } from '../files-at-once.ts'
import { readTextStream } from '../read-text.ts'
import {
  type Again,
  AGAIN_PATH,
  PROVE_PATH,
  type Whereabouts,
  whereaboutsSchema,
  wordsOf,
} from '../web/handover.ts'
import { proofOf, proves } from '../web/proof.ts'
import { newSecret } from '../web/secret.ts'
import { writeWhole } from '../write-file.ts'
import { isEntryPage, placeOfEntryPages } from './entry-pages.ts'

/**
 * Beside the store, and for this user's eyes only: where the loopback host that has it open is asked to do more. Who
 * knows its secret is let in, and whoever could write it could lead a start astray. So it is neither written nor believed
 * in a folder that a person named on Windows: who may read and write a file there is said by the folder's rights and not
 * by a mode that could be set and looked at, and only the user's own place is known to be theirs alone.
 */
const FILE = 'running.json'
const FOR_THE_USER = 0o600
const OF_OTHERS = 0o077
/** In bytes. */
const LONGEST_FILE = 4096
/** In bytes: the longest path of a page, as an address has it, and some more. */
const LONGEST_ANSWER = 16 * 1024
const PATIENCE_MS = 5000

const runningSchema = z.strictObject({
  version: z.literal(2),
  origin: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/),
  secret: z.string().min(1),
})
type Running = z.infer<typeof runningSchema>

const proofSchema = z.object({ ok: z.literal(true), value: z.strictObject({ proof: z.string() }) })
const answerSchema = z.object({
  ok: z.literal(true),
  value: z.strictObject({ whereabouts: whereaboutsSchema, proof: z.string() }),
})

const isKeptPrivate = (folder: string, surroundings: Surroundings): boolean =>
  surroundings.platform !== 'win32' || isOwnFolder(folder, surroundings)

/** Lets a second start find this one, where it can be told to this user alone, until the function that it resolves to is called. */
export async function announce(
  folder: string,
  { origin, secret }: Pick<Running, 'origin' | 'secret'>,
  surroundings: Surroundings = here(),
): Promise<() => Promise<void>> {
  if (!isKeptPrivate(folder, surroundings)) return () => Promise.resolve()
  const file = join(folder, FILE)
  const running: Running = { version: 2, origin, secret }
  // Where the folder cannot be written, a second start is told that there is a first, as it was.
  await writeWhole(file, JSON.stringify(running), FOR_THE_USER).catch(() => undefined)
  return () => rm(file, { force: true }).catch(() => undefined)
}

/**
 * Hands over to the start that has this folder's documents open what this one was to do, of very many files the first;
 * undefined where it does not answer or comes to its end, or something else answers in its place, which then has heard
 * nothing of use to it. What it tells is an address of its own, and a page that was written in this user's place for
 * them: of any other nothing is told, and none is opened.
 */
export async function handOver(
  folder: string,
  { files, open: shows }: Again,
  surroundings: Surroundings = here(),
): Promise<Whereabouts | undefined> {
  if (!isKeptPrivate(folder, surroundings)) return undefined
  const asked: Again = { files: files.slice(0, MOST_AT_ONCE), open: shows }
  try {
    const { origin, secret } = await readRunning(folder)
    const nonce = newSecret()
    const words = (value?: Again | Whereabouts) => wordsOf(origin, nonce, value)
    const host = proofSchema.parse(await post(`${origin}${PROVE_PATH}`, { nonce })).value
    if (!proves(host.proof, secret, 'host', ...words())) return undefined
    const proof = proofOf(secret, 'start', ...words(asked))
    const answer = await post(`${origin}${AGAIN_PATH}`, { nonce, asked, proof })
    const { whereabouts, proof: itsProof } = answerSchema.parse(answer).value
    if (!proves(itsProof, secret, 'answer', ...words(whereabouts))) return undefined
    const { address, page } = whereabouts
    if (!address.startsWith(`${origin}/`)) return undefined
    const isOfHost = page !== null && isEntryPage(page, placeOfEntryPages(surroundings))
    return { address, page: isOfHost ? page : null }
  } catch {
    // It is a window of Electron that runs, or one that has just ended: its own words say what to do.
    return undefined
  }
}

async function post(address: string, body: unknown): Promise<unknown> {
  const { body: answer } = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
    redirect: 'error',
  })
  return jsonIn(Readable.from(answer ?? []), LONGEST_ANSWER)
}

/** Throws where it is none, or longer than so many bytes, of which no more is read. */
async function jsonIn(stream: Readable, mostBytes: number): Promise<unknown> {
  const read = await readTextStream(stream, mostBytes)
  if ('why' in read) throw new Error(read.why)
  return JSON.parse(read.text)
}

/**
 * Only a file that this user alone can have written is believed: in a folder that several share, another could lay one
 * there that leads to a program of theirs. Throws where there is none, and of one that an older version wrote.
 */
async function readRunning(folder: string): Promise<Running> {
  // Neither a link that is followed nor a pipe that is waited for; Windows knows neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  const handle = await open(join(folder, FILE), flags)
  try {
    const stats = await handle.stat()
    const isOurs =
      process.platform === 'win32' || (stats.uid === process.geteuid?.() && (stats.mode & OF_OTHERS) === 0)
    if (!isOurs || !stats.isFile()) throw new Error('It is not ours.')
    return runningSchema.parse(await jsonIn(handle.createReadStream(), LONGEST_FILE))
  } finally {
    await handle.close()
  }
}
