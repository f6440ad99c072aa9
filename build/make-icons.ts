import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { chromiumFlags, findChromium, HOW_TO_GET_CHROMIUM } from '../test/e2e/support/chromium.ts'
import { icnsOf, icoOf, type Picture } from './icon-containers.ts'

const HERE = import.meta.dirname
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const MOST_IN_ICO = 256
/** In Apple's grid the shape takes 824 of 1024 pixels; the page of a document reaches the edges as it is. */
const APPLE_MARGIN = '-2.91 -2.91 29.82 29.82'

const executablePath = findChromium()
if (executablePath === undefined) throw new Error(HOW_TO_GET_CHROMIUM)
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags()] })
try {
  await makeIcons(await browser.newPage())
} finally {
  await browser.close()
}

/** Everything that installers need of the two drawings, beside them. */
async function makeIcons(page: Page): Promise<void> {
  const icon = await readFile(join(HERE, 'icon.svg'), 'utf8')
  const document = await readFile(join(HERE, 'document.svg'), 'utf8')
  const icons = await draw(page, icon)
  const documents = await draw(page, document)

  await mkdir(join(HERE, 'icons'), { recursive: true })
  for (const { size, png } of icons) await writeFile(join(HERE, 'icons', `${size}x${size}.png`), png)
  await writeFile(join(HERE, 'icon.ico'), icoOf(icons.filter(fitsIco)))
  await writeFile(join(HERE, 'document.ico'), icoOf(documents.filter(fitsIco)))
  await writeFile(join(HERE, 'icon.icns'), icnsOf(await draw(page, icon.replace('0 0 24 24', APPLE_MARGIN))))
  await writeFile(join(HERE, 'document.icns'), icnsOf(documents))
}

function fitsIco({ size }: Picture): boolean {
  return size <= MOST_IN_ICO
}

async function draw(page: Page, svg: string): Promise<readonly Picture[]> {
  const pictures: Picture[] = []
  await page.setContent(
    `<style>* { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`,
  )
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size })
    pictures.push({ size, png: await page.screenshot({ omitBackground: true }) })
  }
  return pictures
}
