const LONGEST = 100

/** A document's name as a file's: without what a common file system takes for something else. */
export function fileNameOf(name: string, extension: string): string {
  const plain = name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, '-').replaceAll(/^[-. ]+|[-. ]+$/g, '')
  return `${plain.slice(0, LONGEST) || 'scenario'}.${extension}`
}
