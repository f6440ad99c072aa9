import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { archFromString, build, type Configuration, Platform } from 'electron-builder'
import { z } from 'zod'
import type { LinuxPackages } from './pack.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const MIME_PLACE = '=/usr/share/mime/packages/tierwise.xml'
const DebOptions = z.tuple([z.array(z.string()), z.string()])
const AppImageOptions = z.object({ desktop: z.string() })

const [system = '', electronDist = '', output = ''] = process.argv.slice(2)
const CONFIG = { extends: './electron-builder.config.ts', electronDist, directories: { output } }
const arch = archFromString(process.arch)

if (system === 'mac') await packForMac()
else await writeFile(join(output, 'packages.json'), JSON.stringify(await packForLinux()))

/**
 * Does what `npm run dist` does on Linux, up to the point where electron-builder would download the tools that write a
 * deb and an AppImage: there it hands over what it would have told them.
 */
async function packForLinux(): Promise<LinuxPackages> {
  let deb: LinuxPackages['deb'] | undefined
  let appImage: LinuxPackages['appImage'] | undefined
  await build({
    projectDir: PROJECT,
    publish: 'never',
    targets: Platform.LINUX.createTarget(['deb', 'AppImage'], arch),
    config: CONFIG,
    effectiveOptionComputed: async (options: unknown) => {
      const ofAppImage = AppImageOptions.safeParse(options)
      if (ofAppImage.success) appImage = { desktopEntry: ofAppImage.data.desktop }
      else deb = await debOf(DebOptions.parse(options))
      return true
    },
  })
  if (!deb || !appImage) throw new Error('electron-builder did not come to both packages')
  return { deb, appImage }
}

async function debOf([args, desktopFile]: z.infer<typeof DebOptions>): Promise<LinuxPackages['deb']> {
  const mimeFile = args.find((arg) => arg.endsWith(MIME_PLACE))?.replace(MIME_PLACE, '')
  return {
    args,
    desktopEntry: await readFile(desktopFile, 'utf8'),
    mimeTypes: mimeFile === undefined ? '' : await readFile(mimeFile, 'utf8'),
  }
}

/** The application for macOS, but for DuckDB's binary, which npm installs on macOS only, and for a signature. */
async function packForMac(): Promise<void> {
  const config: Configuration = { ...CONFIG, afterPack: null, mac: { identity: null } }
  await build({
    projectDir: PROJECT,
    publish: 'never',
    targets: Platform.MAC.createTarget(['dir'], arch),
    config,
  })
}
