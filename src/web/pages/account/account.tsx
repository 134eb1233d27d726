/** One's own account: the name, the password, who and what may act for it, taking everything along, and leaving. */
import { useAccountNews } from '../../data/account.ts'
import { useSignedIn } from '../../data/signed-in.ts'
import { Page } from '../../kit/page.tsx'
import { SettingsSection } from '../settings-section.tsx'
import { Deletion } from './deletion.tsx'
import { Export } from './export.tsx'
import { Keys } from './keys.tsx'
import { NameForm } from './name.tsx'
import { PasswordForm } from './password.tsx'
import { SignIns } from './sign-ins.tsx'
import { deletionWords, exportWords, keyWords, nameWords, pageWords, passwordWords, signInWords } from './words.ts'

export function AccountPage() {
  const { person } = useSignedIn()
  useAccountNews()
  return (
    <Page title={pageWords.title} lead={pageWords.lead}>
      <SettingsSection title={nameWords.title}>
        <NameForm person={person} />
      </SettingsSection>
      <SettingsSection title={passwordWords.title} text={passwordWords.text}>
        <PasswordForm email={person.email} />
      </SettingsSection>
      <SettingsSection title={signInWords.title} text={signInWords.text}>
        <SignIns />
      </SettingsSection>
      <SettingsSection title={keyWords.title} text={keyWords.text}>
        <Keys />
      </SettingsSection>
      <SettingsSection title={exportWords.title} text={exportWords.text}>
        <Export />
      </SettingsSection>
      <SettingsSection title={deletionWords.title} text={deletionWords.text}>
        <Deletion email={person.email} />
      </SettingsSection>
    </Page>
  )
}
