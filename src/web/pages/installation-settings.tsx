/** Where to change what holds for everybody on this Cairn. */
import { ButtonLink } from '../kit/link.tsx'
import { administration } from '../spaces.ts'
import { settingsWords } from '../words.ts'

export function InstallationSettings() {
  return (
    <div>
      <ButtonLink variant="default" to={administration.path}>
        {settingsWords.toAdministration}
      </ButtonLink>
    </div>
  )
}
