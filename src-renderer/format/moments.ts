const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** `20 Nov 2026, 15:33`, by the clock of the person's machine; text that is no instant as it came. */
export function moment(instant: string): string {
  const at = Date.parse(instant)
  return Number.isNaN(at) ? instant : format.format(at)
}
