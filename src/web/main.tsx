/** Where the web begins: the look, the cache, and the entrance. */
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './theme.css'
import './kit/kit.css'
import './shell/shell.css'
import './shell/menus.css'
import './shell/bell.css'
import './shell/doorway.css'
import './pages/pages.css'
import './pages/account/account.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './data/queries.ts'
import { Entrance } from './shell/entrance.tsx'
import { resolveVariables, schemeManager, theme } from './theme.ts'

/** The server puts a fresh nonce in the page; browsers show it to scripts only as a property. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

// Libraries that write their own style sheets look for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: nonce })

const root = document.getElementById('page')
if (!root) throw new Error('index.html has no element with the id "page"')

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <Entrance />
        <Notifications position="bottom-right" limit={3} containerWidth={420} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
