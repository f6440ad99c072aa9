// Runs before the first paint, so that a window whose theme differs from the system's does not flash.
const theme = localStorage.getItem('tierwise.theme')
if (theme === 'light' || theme === 'dark') {
  document.documentElement.setAttribute('data-mantine-color-scheme', theme)
}
