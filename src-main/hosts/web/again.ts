import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { type Admission, admitted, readAs, turnedAway } from './admission.ts'
import { HOST_STOPPING } from './calls.ts'
import type { Door } from './door.ts'
import { refuseSender } from './guard.ts'
import { againSchema, nonceSchema, wordsOf } from './handover.ts'
import { proofOf, proves } from './proof.ts'

const PROVE_LIMIT = 1024
const AGAIN_LIMIT = 1024 * 1024

const proveSchema = z.strictObject({ nonce: nonceSchema })
const handoverSchema = z.strictObject({ nonce: nonceSchema, asked: againSchema, proof: z.string() })

/** Proves to a second start that this is the host it looks for. */
export async function prove(request: IncomingMessage, door: Door, origin: string): Promise<Admission> {
  const refused = refuseSender(request)
  if (refused) return turnedAway(refused)
  const asked = await readAs(proveSchema, request, PROVE_LIMIT)
  if (!asked.ok) return asked.refused
  return admitted({ proof: proofOf(door.secret, 'host', ...wordsOf(origin, asked.value.nonce)) })
}

/** Takes what a second start was to do, once, and tells it where the application is. */
export async function again(request: IncomingMessage, door: Door, origin: string): Promise<Admission> {
  const refused = refuseSender(request)
  if (refused) return turnedAway(refused)
  const handover = await readAs(handoverSchema, request, AGAIN_LIMIT)
  if (!handover.ok) return handover.refused
  const { nonce: once, asked, proof } = handover.value
  const isOurs = proves(proof, door.secret, 'start', ...wordsOf(origin, once, asked))
  if (!isOurs || !door.isNew(once)) return turnedAway(NOT_OURS)
  // The host may have begun to close while this was on its way.
  if (door.isClosing()) return turnedAway(HOST_STOPPING)
  const whereabouts = await door.onAgain(asked)
  return admitted({
    whereabouts,
    proof: proofOf(door.secret, 'answer', ...wordsOf(origin, once, whereabouts)),
  })
}

const NOT_OURS = {
  status: 401,
  problem: { code: 'http.proof', message: 'This is taken from a start of the same program only.', path: '' },
}
