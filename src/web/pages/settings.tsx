/** Settings: the account, how Cairn looks, what the spaces let choose, and, for administrators, the installation. */
import { SegmentedControl } from '@mantine/core'
import { Suspense, type ReactNode } from 'react'
import { useSpaces } from '../data/running-spaces.ts'
import { useSignedIn } from '../data/signed-in.ts'
import { Page } from '../kit/page.tsx'
import { SkeletonLines } from '../kit/skeleton-lines.tsx'
import { schemes, useScheme } from '../shell/appearance.ts'
import { accountWords, settingsWords } from '../words.ts'
import { AccountSettings } from './account-settings.tsx'
import { InstallationSettings } from './installation-settings.tsx'

export function SettingsPage() {
  const { person } = useSignedIn()
  return (
    <Page title={settingsWords.title}>
      <Section title={settingsWords.account}>
        <AccountSettings person={person} />
      </Section>
      <Section title={settingsWords.appearance} text={settingsWords.appearanceText}>
        <AppearanceSettings />
      </Section>
      <SpaceSettings />
      {person.role === 'administrator' && (
        <Section title={settingsWords.installation} text={settingsWords.installationText}>
          <InstallationSettings />
        </Section>
      )}
    </Page>
  )
}

function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="settings-section" aria-label={title}>
      <div className="settings-about">
        <h2 className="settings-title">{title}</h2>
        {text !== undefined && <p className="quiet">{text}</p>}
      </div>
      <div className="settings-fields">{children}</div>
    </section>
  )
}

function AppearanceSettings() {
  const { scheme, choose } = useScheme()
  return (
    <SegmentedControl
      aria-label={settingsWords.appearance}
      data={schemes.map((value) => ({ value, label: accountWords.schemes[value] }))}
      value={scheme}
      onChange={choose}
    />
  )
}

function SpaceSettings() {
  return useSpaces().map(
    ({ name, title, settingsPanel: Panel }) =>
      Panel && (
        <Section key={name} title={title}>
          <Suspense fallback={<SkeletonLines lines={2} />}>
            <Panel />
          </Suspense>
        </Section>
      ),
  )
}
