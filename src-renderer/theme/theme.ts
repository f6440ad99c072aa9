import {
  ActionIcon,
  Button,
  createTheme,
  type CSSVariablesResolver,
  Kbd,
  Modal,
  PasswordInput,
  Popover,
  SegmentedControl,
  Select,
  Switch,
  TextInput,
  Tooltip,
} from '@mantine/core'
import controls from './controls.module.css'
import { inkVariables } from './plan-colors.ts'
import { seriesVariables } from './series-inks.ts'
import { surfaceVariables, surfaces } from './surfaces.ts'

const input = { size: 'xs', radius: 'sm' } as const
const label = { color: 'var(--tw-ink-2)', marginBottom: 3 } as const

/** One accent in ten steps: Mantine picks step 6 on light and step 4 on dark surfaces. */
const accent = [
  surfaces.light['accent-soft'],
  '#dbe2fb',
  '#bcc9f6',
  '#a8b8fa',
  surfaces.dark.accent,
  '#6f87ee',
  surfaces.light.accent,
  '#2c46b3',
  '#243a95',
  '#1c2d75',
] as const

/** Mantine's dark greys, on our cool surfaces. */
const dark = [
  surfaces.dark.ink,
  surfaces.dark['ink-2'],
  surfaces.dark['ink-3'],
  '#5b616d',
  surfaces.dark['line-strong'],
  '#2b2f37',
  surfaces.dark.raised,
  surfaces.dark.page,
  '#0b0c0e',
  '#08090a',
] as const

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px' },
  defaultRadius: 'sm',
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ classNames: { root: controls.quiet ?? '' } }),
    Button: Button.extend({
      classNames: { root: controls.quiet ?? '' },
      // Mantine works out one contrast for both themes; the accent is light on dark surfaces.
      vars: (_theme, { variant = 'filled' }) => ({
        root: variant === 'filled' ? { '--button-color': 'var(--tw-on-accent)' } : {},
      }),
    }),
    PasswordInput: PasswordInput.extend({ defaultProps: input }),
    TextInput: TextInput.extend({ defaultProps: input, styles: { label } }),
    Select: Select.extend({ defaultProps: input }),
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { ...input, fullWidth: true, withItemsBorders: false, transitionDuration: 120 },
    }),
    Switch: Switch.extend({ defaultProps: { size: 'xs', withThumbIndicator: false } }),
    Popover: Popover.extend({
      defaultProps: { radius: 'md', shadow: 'md', transitionProps: { duration: 80 } },
    }),
    // A dialog that is answered is gone at once: while it faded it would still swallow the next key.
    Modal: Modal.extend({
      defaultProps: { radius: 'lg', transitionProps: { duration: 100, exitDuration: 0 } },
      styles: { overlay: { background: 'var(--tw-dim)' } },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, fz: 12, transitionProps: { duration: 80 } } }),
    Kbd: Kbd.extend({ defaultProps: { size: 'xs' } }),
  },
})

/** Mantine's own surfaces follow ours, so that its menus, inputs and dialogs sit on the same paper. */
const mapped = {
  '--mantine-color-body': 'var(--tw-page)',
  '--mantine-color-text': 'var(--tw-ink)',
  '--mantine-color-dimmed': 'var(--tw-ink-3)',
  '--mantine-color-placeholder': 'var(--tw-ink-3)',
  '--mantine-color-default': 'var(--tw-raised)',
  '--mantine-color-default-hover': 'var(--tw-sunken)',
  '--mantine-color-default-border': 'var(--tw-line-strong)',
  '--mantine-color-default-color': 'var(--tw-ink)',
  '--mantine-color-error': 'var(--tw-danger)',
}

/** Laid over the page under every dialog and the palette, so that what is open stands out alike in both themes. */
const DIM = 'rgb(8 9 12 / 48%)'

export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--tw-dim': DIM },
  light: { ...surfaceVariables('light'), ...inkVariables('light'), ...seriesVariables('light'), ...mapped },
  dark: { ...surfaceVariables('dark'), ...inkVariables('dark'), ...seriesVariables('dark'), ...mapped },
})
