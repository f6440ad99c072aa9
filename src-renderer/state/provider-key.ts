import { create } from 'zustand'
import type { Result } from '#shared/problem.ts'
import type { SecretProtection, SecretState } from '#shared/secrets.ts'
import { call } from './backend.ts'
import { reasonOf } from './open-scenario.ts'

const ELEVENLABS = 'elevenlabs'

/** Whether there is a key and how it is kept; the key itself goes in and never comes back. */
export interface ProviderKey {
  readonly kept: SecretState['kept'] | null
  readonly protection: SecretProtection | null
  readonly problem: string | null
}

export const useProviderKey = create<ProviderKey>(() => ({ kept: null, protection: null, problem: null }))

function take(answer: Result<SecretState>): boolean {
  useProviderKey.setState(
    answer.ok ? { kept: answer.value.kept, problem: null } : { problem: reasonOf(answer.problems) },
  )
  return answer.ok
}

export async function loadProviderKey(): Promise<void> {
  take(await call('secrets.state', { id: ELEVENLABS }))
  const protection = await call('secrets.protection', {})
  if (protection.ok) useProviderKey.setState({ protection: protection.value })
}

/** Keeps a key; answers whether that was accepted. */
export const setProviderKey = async (secret: string): Promise<boolean> =>
  take(await call('secrets.set', { id: ELEVENLABS, secret }))

export const clearProviderKey = async (): Promise<boolean> =>
  take(await call('secrets.clear', { id: ELEVENLABS }))
