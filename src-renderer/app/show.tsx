import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'

/** Shows the application in the page. */
export function show(root: HTMLElement, onRetry: () => void): void {
  createRoot(root).render(
    <StrictMode>
      <App onRetry={onRetry} />
    </StrictMode>,
  )
}
