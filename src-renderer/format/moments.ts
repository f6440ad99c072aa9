import { day } from './figures.ts'

const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** `20 Nov 2026, 15:33`, by the clock of the person's machine; text that is no instant as it came. */
export function moment(text: string): string {
  const at = Date.parse(text)
  return Number.isNaN(at) ? text : format.format(at)
}

const MIDNIGHT = /T00:00(:00(\.0+)?)?Z$/

/** `12 Mar 2026, 09:30 UTC`: an instant of a run, whose days are those of UTC; of a midnight only the day. */
export function instant(at: string): string {
  const [, time] = /T(\d\d:\d\d)/.exec(at) ?? []
  return time === undefined || MIDNIGHT.test(at)
    ? day(at.slice(0, 10))
    : `${day(at.slice(0, 10))}, ${time} UTC`
}

/** `12 Mar 2026, 09:30`: an instant of a run under a heading that says UTC. */
export const instantInUtc = (at: string): string => instant(at).replace(/ UTC$/, '')

const civil = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' })

/** `2026-11-20`: today, by the clock of the person's machine. */
export const todayText = (): string => civil.format(new Date())
