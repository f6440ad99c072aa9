import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Arch } from 'electron-builder'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { missingNativeModule } from '../../build/native-modules.ts'
import config from '../../electron-builder.config.ts'
import metadata from '../../package.json' with { type: 'json' }
import { sizesOfIcns, sizesOfIco, widthOfPng } from './icons.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const inBuild = (name: string) => join(PROJECT, 'build', name)
const APPLE_SIZES = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 }

describe('how installers are made', () => {
  it('is for three systems, in the forms people expect there', () => {
    expect(config.linux?.target).toEqual(['deb', 'AppImage'])
    expect(config.mac?.target).toEqual(['dmg', 'zip'])
    expect(config.win?.target).toEqual(['nsis'])
  })

  it('uploads nothing and leaves no updater behind', () => {
    expect(config.publish).toBeNull()
    expect(metadata.scripts.dist).toContain('--publish never')
    expect(metadata.scripts.pack).toContain('--publish never')
  })

  it('lets whoever runs the engine compile a month of an account in one piece, in Electron as in Node', () => {
    const { start, tierwise, bench } = metadata.scripts
    for (const script of [start, tierwise, bench]) expect(script).toContain(`node ${metadata.v8Flags} `)
    // Node refuses to start with one that V8 does not know.
    const { status, stderr } = spawnSync(process.execPath, [metadata.v8Flags, '--eval', '0'], {
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it('sets the fuses alike on every system', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: process.platform === 'darwin',
    })
  })

  it('gives scenarios to Tierwise wherever they are opened by double click', () => {
    expect(config.fileAssociations).toEqual([
      expect.objectContaining({
        ext: 'tierwise',
        mimeType: 'application/vnd.tierwise+json',
        role: 'Editor',
        icon: 'document',
      }),
    ])
  })

  it('needs no administrator on Windows, and an uninstall leaves the documents', () => {
    expect(config.nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false })
  })

  it('runs hardened on macOS, with no more rights than compiling takes', () => {
    expect(config.mac).toMatchObject({ hardenedRuntime: true, category: 'public.app-category.finance' })
    const { entitlements, entitlementsInherit } = config.mac ?? {}
    expect(entitlementsInherit).toBe(entitlements)
    const plist = readFileSync(join(PROJECT, entitlements ?? ''), 'utf8')
    expect([...plist.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ])
  })

  it('has libraries validated on macOS, DuckDB’s too: signed by the same certificate, or not hardened at all', () => {
    // Files of their own, none of them left out.
    expect(config.asarUnpack).toEqual(['node_modules/**'])
    expect(config.mac).not.toHaveProperty('signIgnore')
    // A hardened application without a team would load no library but Apple's.
    expect(config.mac).not.toHaveProperty('identity')
    expect(config.mac).not.toHaveProperty('sign')
  })
})

describe('icons', () => {
  it('of the application are there for every system', () => {
    expect(sizesOfIco(inBuild(String(config.win?.icon)))).toEqual([16, 24, 32, 48, 64, 128, 256])
    expect(sizesOfIcns(inBuild(String(config.mac?.icon)))).toEqual(APPLE_SIZES)
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
      expect(widthOfPng(readFileSync(join(inBuild(String(config.linux?.icon)), `${size}x${size}.png`)))).toBe(
        size,
      )
    }
  })

  it('of documents are there for the systems that show them', () => {
    expect(sizesOfIco(inBuild('document.ico'))).toEqual([16, 24, 32, 48, 64, 128, 256])
    expect(sizesOfIcns(inBuild('document.icns'))).toEqual(APPLE_SIZES)
  })
})

describe('DuckDB’s binary', () => {
  const lock = z
    .object({
      packages: z.record(
        z.string(),
        z.object({
          version: z.string().optional(),
          os: z.array(z.string()).optional(),
          cpu: z.array(z.string()).optional(),
        }),
      ),
    })
    .parse(JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')))

  it.each([
    ['darwin', 'arm64'],
    ['darwin', 'x64'],
    ['linux', 'arm64'],
    ['linux', 'x64'],
    ['win32', 'arm64'],
    ['win32', 'x64'],
  ])('is locked for %s on %s, in one version', (os, cpu) => {
    expect(lock.packages[`node_modules/@duckdb/node-bindings-${os}-${cpu}`]).toEqual({
      version: metadata.dependencies['@duckdb/node-api'],
      os: [os],
      cpu: [cpu],
    })
  })

  it('of another processor is missed before an installer is made without it', () => {
    const resources = mkdtempSync(join(tmpdir(), 'tierwise-resources-'))
    const folder = join(resources, 'app.asar.unpacked/node_modules/@duckdb/node-bindings-linux-x64')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'duckdb.node'), '')
    try {
      expect(missingNativeModule(resources, 'linux', Arch.x64)).toBeUndefined()
      expect(missingNativeModule(resources, 'linux', Arch.arm64)).toMatch(
        /^DuckDB for linux-arm64 is not in the package/,
      )
      expect(missingNativeModule(resources, 'darwin', Arch.x64)).toMatch(
        /^DuckDB for darwin-x64 is not in the package/,
      )
    } finally {
      rmSync(resources, { recursive: true })
    }
  })
})
