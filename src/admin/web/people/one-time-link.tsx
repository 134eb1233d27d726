/** A link that is shown this once, to be copied and handed over. */
import { CopyField } from '../../../web/kit/copy-field.tsx'
import { When } from '../../../web/kit/when.tsx'
import { words } from '../words.ts'

interface OneTimeLinkProps {
  label: string
  /** Where the link leads: `/join`. */
  path: string
  token: string
  expiresAt: number
  /** Whom it is for, so that they need not type it. */
  email?: string | null
}

export function OneTimeLink({ label, path, token, expiresAt, email = null }: OneTimeLinkProps) {
  const whom = email === null ? '' : `&email=${encodeURIComponent(email)}`
  return (
    <>
      <CopyField label={label} value={`${location.origin}${path}#token=${token}${whom}`} />
      <p className="quiet">
        {words.link.once} <When at={expiresAt} />.
      </p>
    </>
  )
}
