import '@mantine/core/styles.layer.css'
import '@fontsource-variable/inter/opsz.css'
import './theme/base.css'
import './theme/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#renderer/app/App.tsx'
import { connect } from '#renderer/client/client.ts'
import { startWindow } from '#renderer/state/start.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root element.')

const { retry } = startWindow(connect())

createRoot(root).render(
  <StrictMode>
    <App onRetry={retry} />
  </StrictMode>,
)
