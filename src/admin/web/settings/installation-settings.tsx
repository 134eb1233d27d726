/** The settings that administrators change while Cairn runs, each with its default. */
import { SegmentedControl } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { RegistrationMode } from '#core/auth/contract'
import { keepSettings, saveInstallation } from '../../../web/data/settings.ts'
import { refetchWelcome } from '../../../web/data/welcome.ts'
import { Problem } from '../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../web/kit/skeleton-lines.tsx'
import type { InstallationSetting } from '../../contract.ts'
import { configurationQuery, refetchConfiguration } from '../queries.ts'
import { words } from '../words.ts'

const { settings: texts } = words

const registration = 'account.registration'

export function InstallationSettings() {
  const { data, error, refetch } = useQuery(configurationQuery)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={3} />
  return (
    <div className="settings-form">
      {data.installation.map((setting) =>
        setting.name === registration ? (
          <Registration key={setting.name} setting={setting} />
        ) : (
          <OtherSetting key={setting.name} setting={setting} />
        ),
      )}
    </div>
  )
}

function Registration({ setting: { value, fallback } }: { setting: InstallationSetting }) {
  const save = useMutation({
    mutationFn: (mode: string) => saveInstallation({ [registration]: mode }),
    onSuccess: async (saved) => {
      keepSettings(saved)
      await Promise.all([refetchConfiguration(), refetchWelcome()])
    },
  })
  return (
    <div role="group" aria-labelledby="registration">
      <p id="registration" className="settings-label">
        {texts.registration}
      </p>
      <p className="quiet">
        {texts.registrationText} {texts.fallback(texts.modes[RegistrationMode.parse(fallback)])}
      </p>
      <SegmentedControl
        aria-labelledby="registration"
        data={RegistrationMode.options.map((mode) => ({ value: mode, label: texts.modes[mode] }))}
        value={save.isPending ? save.variables : String(value)}
        onChange={(mode) => save.mutate(mode)}
      />
      {save.error && <Problem error={save.error} />}
    </div>
  )
}

/** What this page has no words for is shown as it is. */
function OtherSetting({ setting: { name, value, fallback, isChanged } }: { setting: InstallationSetting }) {
  return (
    <div>
      <code className="admin-code">{name}</code>
      <p>
        <code className="admin-value">{String(value)}</code>
      </p>
      {isChanged && <p className="quiet">{texts.fallback(String(fallback))}</p>}
    </div>
  )
}
