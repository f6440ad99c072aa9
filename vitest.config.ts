import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The built bundles are loaded as they are, by Node itself.
    server: { deps: { external: [/\/out\/main\//] } },
  },
})
