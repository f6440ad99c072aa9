import { create } from 'zustand'
import type { Output } from '#shared/api.ts'
import { call } from './backend.ts'

export type AppInfo = Output<'app.info'>

export const useAbout = create<{ readonly info: AppInfo | null }>(() => ({ info: null }))

const UNKNOWN: AppInfo = { version: '', engineVersion: '', host: '', hasDialogs: false, runtime: {} }

/** What is running; asked for once. */
export async function about(): Promise<AppInfo> {
  const { info } = useAbout.getState()
  if (info) return info
  const answer = await call('app.info', {})
  if (answer.ok) useAbout.setState({ info: answer.value })
  return answer.ok ? answer.value : UNKNOWN
}
