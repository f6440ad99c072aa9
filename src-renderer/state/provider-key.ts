import type { Input } from '#shared/api.ts'
import type { SecretProtection, SecretState } from '#shared/secrets.ts'
import { call, useAnswer } from './answers.ts'
import { reasonOf } from './open-scenario.ts'

const ELEVENLABS = { id: 'elevenlabs' } as const

/** Whether there is a key and how it is kept; the key itself goes in and never comes back. */
export interface ProviderKey {
  readonly kept: SecretState['kept'] | null
  readonly protection: SecretProtection | null
  /** Why that could not be read; null where it could. */
  readonly problem: string | null
}

export function useProviderKey(): ProviderKey {
  const { value, refused } = useAnswer('secrets.state', ELEVENLABS)
  const protection = useAnswer('secrets.protection', {})
  return {
    kept: value?.kept ?? null,
    protection: protection.value ?? null,
    problem: refused.length > 0 ? reasonOf(refused) : null,
  }
}

/** Keeps a key; the reason where that was refused. */
export const setProviderKey = (secret: string): Promise<string | null> =>
  changing('secrets.set', { ...ELEVENLABS, secret })

export const clearProviderKey = (): Promise<string | null> => changing('secrets.clear', ELEVENLABS)

async function changing<M extends 'secrets.set' | 'secrets.clear'>(
  method: M,
  input: Input<M>,
): Promise<string | null> {
  const answer = await call(method, input)
  return answer.ok ? null : reasonOf(answer.problems)
}
