import { figureTo2 } from './figures.ts'

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const

/** `12.4 MB`, in steps of 1,000 as file managers count. */
export function bytes(count: number): string {
  let size = count
  let step = 0
  while (size >= 1000 && step < UNITS.length - 1) {
    size /= 1000
    step++
  }
  return `${figureTo2(step === 0 ? size : Math.round(size * 10) / 10)} ${UNITS[step] ?? 'bytes'}`
}
