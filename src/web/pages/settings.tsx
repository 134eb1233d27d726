/** Settings: the account, how Cairn looks, what the spaces let choose, and, for administrators, the installation. */
import { SegmentedControl } from '@mantine/core'
import { Suspense } from 'react'
import { useSpaces } from '../data/running-spaces.ts'
import { useSignedIn } from '../data/signed-in.ts'
import { ButtonLink } from '../kit/link.tsx'
import { Page } from '../kit/page.tsx'
import { SkeletonLines } from '../kit/skeleton-lines.tsx'
import { schemes, useScheme } from '../shell/appearance.ts'
import { accountWords, settingsWords } from '../words.ts'
import { NotificationSettings } from './notification-settings.tsx'
import { InstallationSettings } from './installation-settings.tsx'
import { SettingsSection } from './settings-section.tsx'

export function SettingsPage() {
  const { person } = useSignedIn()
  return (
    <Page title={settingsWords.title}>
      <SettingsSection title={settingsWords.account}>
        <div className="settings-form">
          <div>
            <p className="settings-label">{person.name}</p>
            <p className="quiet">{settingsWords.signedInAs(person.email)}</p>
          </div>
          <div>
            <ButtonLink to="/settings/account" variant="default">
              {settingsWords.toAccount}
            </ButtonLink>
          </div>
        </div>
      </SettingsSection>
      <SettingsSection title={settingsWords.appearance} text={settingsWords.appearanceText}>
        <AppearanceSettings />
      </SettingsSection>
      <SettingsSection title={settingsWords.notifications} text={settingsWords.notificationsText}>
        <NotificationSettings isAdministrator={person.role === 'administrator'} />
      </SettingsSection>
      <SpaceSettings />
      {person.role === 'administrator' && (
        <SettingsSection title={settingsWords.installation} text={settingsWords.installationText}>
          <InstallationSettings />
        </SettingsSection>
      )}
    </Page>
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
        <SettingsSection key={name} title={title}>
          <Suspense fallback={<SkeletonLines lines={2} />}>
            <Panel />
          </Suspense>
        </SettingsSection>
      ),
  )
}
