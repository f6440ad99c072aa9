import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXPECTED_FUSES, fusesOf } from './fuses.ts'
import { type Packed, packForMac } from './pack.ts'

/** Signing and the disk image need macOS; all that comes before can be looked into on Linux too. */
describe.skipIf(process.platform === 'win32')('the packed application for macOS', () => {
  let packed: Packed
  let info: string

  beforeAll(async () => {
    packed = await packForMac()
    info = readFileSync(join(packed.app, 'Contents/Info.plist'), 'utf8')
  })
  afterAll(() => rm(packed.folder, { recursive: true }))

  const isInResources = (file: string) => existsSync(join(packed.resources, file))

  it('is known by its name, kind and icon', () => {
    expect(valueOf(info, 'CFBundleIdentifier')).toBe('app.tierwise.desktop')
    expect(valueOf(info, 'CFBundleDisplayName')).toBe('Tierwise')
    expect(valueOf(info, 'LSApplicationCategoryType')).toBe('public.app-category.finance')
    expect(isInResources(valueOf(info, 'CFBundleIconFile'))).toBe(true)
  })

  it('owns scenarios, with an icon of their own', () => {
    expect(info).toMatch(
      /<key>CFBundleTypeExtensions<\/key>\s*<array>\s*<string>tierwise<\/string>\s*<\/array>/,
    )
    expect(valueOf(info, 'CFBundleTypeRole')).toBe('Editor')
    expect(valueOf(info, 'CFBundleTypeIconFile')).toBe('document.icns')
    expect(isInResources('document.icns')).toBe(true)
  })

  it('has its archive’s digest written into its description, and its fuses set to check it', async () => {
    expect(info).toMatch(
      /<key>Resources\/app\.asar<\/key>\s*<dict>\s*<key>algorithm<\/key>\s*<string>SHA256<\/string>/,
    )
    expect(await fusesOf(packed.app)).toBe(EXPECTED_FUSES)
  })
})

const valueOf = (plist: string, key: string) =>
  new RegExp(`<key>${key}</key>\\s*<string>(.*)</string>`).exec(plist)?.[1] ?? ''
