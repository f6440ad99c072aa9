/** An ISO instant as part of a file's name: no common file system takes colons everywhere. */
export const toFileInstant = (instant: string): string => instant.replaceAll(/[:.]/g, '-')

/** The instant in a file's name, or undefined where there is none. */
export function fromFileInstant(text: string): string | undefined {
  const instant = text.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/, 'T$1:$2:$3.$4Z')
  return Number.isNaN(Date.parse(instant)) ? undefined : instant
}
