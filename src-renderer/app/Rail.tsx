import { ActionIcon, Tooltip, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconKeyboard, IconMoon, IconScale, IconSun } from '@tabler/icons-react'
import { after, SCHEMES } from '#renderer/commands/registry.ts'
import { setView } from '#renderer/state/view.ts'
import { Mark } from './Mark.tsx'
import styles from './frame.module.css'

const SCHEME_LOOK = {
  light: { label: 'Light theme', Icon: IconSun },
  dark: { label: 'Dark theme', Icon: IconMoon },
  auto: { label: 'System theme', Icon: IconDeviceDesktop },
} as const

function ThemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { label, Icon } = SCHEME_LOOK[colorScheme]
  const next = after(SCHEMES, colorScheme)
  return (
    <Tooltip label={`${label} (T)`} position="right">
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={`${label}; change to ${SCHEME_LOOK[next].label.toLowerCase()}`}
        onClick={() => setColorScheme(next)}
      >
        <Icon size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}

export function Rail() {
  return (
    <nav className={styles.rail} aria-label="Tierwise">
      <Mark />
      <Tooltip label="Compare plans" position="right">
        <span className={styles.here} aria-current="page">
          <IconScale size={18} stroke={1.6} aria-hidden />
          <span className="visually-hidden">Compare</span>
        </span>
      </Tooltip>
      <div className={styles.foot}>
        <Tooltip label="Keyboard shortcuts (?)" position="right">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label="Keyboard shortcuts"
            onClick={() => setView({ help: true })}
          >
            <IconKeyboard size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <ThemeToggle />
      </div>
    </nav>
  )
}
