import type { Configuration } from 'electron-builder'
import { requireNativeModule } from './build/native-modules.ts'
import { APP_ID } from './shared/app-id.ts'
import { BUNDLE_EXTENSION } from './shared/bundle-file.ts'
import metadata from './package.json' with { type: 'json' }

const { name, email } = metadata.author

/** How installers are made. Each is built on its own system and for its own processor: see the README, "Packaging". */
const config: Configuration = {
  appId: APP_ID,
  copyright: `Copyright © 2026 ${name}`,
  directories: { output: 'dist', buildResources: 'build' },
  // A list of what goes in; electron-builder adds the production dependencies.
  files: ['out/**', 'package.json', '!**/*.map', '!out/*/third-party.md', '!node_modules/**/*.{ts,md}'],
  // Where a person can read them; Electron's and DuckDB's own lie beside them.
  extraResources: [{ from: 'out', to: 'notices', filter: ['*/third-party.md'] }],
  asar: true,
  // Native modules are opened by the system's loader, which cannot look into an archive.
  asarUnpack: ['node_modules/**'],
  // DuckDB comes built, over an interface that is the same in every version of Node and Electron.
  npmRebuild: false,
  afterPack: requireNativeModule,
  // Nothing is uploaded, and no updater asks a server for news.
  publish: null,
  fileAssociations: [
    {
      ext: BUNDLE_EXTENSION,
      name: 'Tierwise scenario',
      description: 'Tierwise scenario',
      mimeType: 'application/vnd.tierwise+json',
      icon: 'document',
      role: 'Editor',
      rank: 'Owner',
    },
  ],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    // Setting them breaks the signature that Electron comes with, without which an arm64 Mac starts nothing. A
    // certificate's takes its place.
    resetAdHocDarwinSignature: process.platform === 'darwin',
  },
  linux: {
    target: ['deb', 'AppImage'],
    executableName: 'tierwise',
    syncDesktopName: true,
    icon: 'icons',
    category: 'Office;Finance',
    maintainer: `${name} <${email}>`,
    vendor: name,
    synopsis: 'Desktop billing simulator',
    description: metadata.description,
  },
  deb: { packageCategory: 'misc' },
  // The default is to give up the sandbox.
  appImage: { executableArgs: [] },
  mac: {
    target: ['dmg', 'zip'],
    icon: 'icon.icns',
    category: 'public.app-category.finance',
    // Also of what lies unpacked beside the archive: whatever is a binary is signed, and by the same certificate.
    hardenedRuntime: true,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
  },
  win: { target: ['nsis'], icon: 'icon.ico' },
  nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
}

export default config
