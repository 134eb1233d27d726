/** After the account is made: what to try first. */
import { useSpaces } from '../data/running-spaces.ts'
import { useSignedIn } from '../data/signed-in.ts'
import { ButtonLink } from '../kit/link.tsx'
import { Page } from '../kit/page.tsx'
import { firstStepsWords } from '../words.ts'
import { FirstSteps } from './first-steps-list.tsx'

export function FirstStepsPage() {
  const { person } = useSignedIn()
  const hasSteps = useSpaces().some(({ firstSteps = [] }) => firstSteps.length > 0)
  return (
    <Page title={firstStepsWords.title(person.name)} lead={hasSteps ? firstStepsWords.lead : firstStepsWords.none}>
      <FirstSteps />
      <p>
        <ButtonLink to="/" variant="subtle">
          {firstStepsWords.home}
        </ButtonLink>
      </p>
    </Page>
  )
}
