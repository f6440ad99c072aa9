import type { Picture } from './chart-picture.ts'

/** So many pixels of the file for one of the screen, for paper and for sharp screens. */
const SCALE = 2

/** A picture as the bytes of a PNG file; null where the browser draws none of that size. */
export async function pngOf({ svg, width, height }: Picture): Promise<Uint8Array<ArrayBuffer> | null> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image(width, height)
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * SCALE
    canvas.height = height * SCALE
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const { promise, resolve } = Promise.withResolvers<Blob | null>()
    canvas.toBlob(resolve, 'image/png')
    const drawn = await promise
    return drawn === null ? null : new Uint8Array(await drawn.arrayBuffer())
  } finally {
    URL.revokeObjectURL(address)
  }
}
