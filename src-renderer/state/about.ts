import type { Output } from '#shared/api.ts'
import { answers, useAnswer } from './answers.ts'

type AppInfo = Output<'app.info'>

const UNKNOWN: AppInfo = { version: '', engineVersion: '', host: '', hasDialogs: false, runtime: {} }

/** What is running. */
export async function about(): Promise<AppInfo> {
  const answer = await answers.ask('app.info', {})
  return answer.ok ? answer.value : UNKNOWN
}

export const useAbout = (): AppInfo => useAnswer('app.info', {}).value ?? UNKNOWN
