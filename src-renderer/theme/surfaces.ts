/** The surfaces and inks of both themes; CSS reads them as `--tw-<name>`. */
export interface Surfaces {
  readonly page: string
  readonly panel: string
  readonly raised: string
  readonly sunken: string
  readonly line: string
  readonly 'line-strong': string
  readonly ink: string
  readonly 'ink-2': string
  readonly 'ink-3': string
  readonly accent: string
  readonly 'accent-soft': string
  readonly 'on-accent': string
  readonly danger: string
  readonly 'danger-soft': string
  readonly 'notice-soft': string
}

export const surfaces: Readonly<Record<'light' | 'dark', Surfaces>> = {
  light: {
    page: '#fdfdfe',
    panel: '#f7f7f9',
    raised: '#ffffff',
    sunken: '#eff0f3',
    line: '#e6e7eb',
    'line-strong': '#cbced6',
    ink: '#16181d',
    'ink-2': '#4e5461',
    'ink-3': '#666c79',
    accent: '#3654d1',
    'accent-soft': '#edf0fc',
    'on-accent': '#ffffff',
    danger: '#b3261e',
    'danger-soft': '#fcefee',
    'notice-soft': '#faf5e6',
  },
  dark: {
    page: '#0e0f12',
    panel: '#131519',
    raised: '#191b20',
    sunken: '#1d2026',
    line: '#24272e',
    'line-strong': '#3c414b',
    ink: '#eceef2',
    'ink-2': '#abb1bd',
    'ink-3': '#8b919e',
    accent: '#8ea2ff',
    'accent-soft': '#1c2238',
    'on-accent': '#0e0f12',
    danger: '#ff8a80',
    'danger-soft': '#2a1718',
    'notice-soft': '#262114',
  },
}

export function surfaceVariables(theme: 'light' | 'dark'): Record<string, string> {
  return Object.fromEntries(Object.entries(surfaces[theme]).map(([name, color]) => [`--tw-${name}`, color]))
}
