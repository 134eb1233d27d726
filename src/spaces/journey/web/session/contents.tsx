/** What a session is made of: each text and file with how it was read. */
import { DocumentIcon, WriteIcon } from '../../../../web/kit/icons.tsx'
import { When } from '../../../../web/kit/when.tsx'
import type { Content, Session } from '../../contract.ts'
import { words } from '../words.ts'
import { FileWarnings } from '../write/warnings.tsx'

export function SessionContents({ session: { contents } }: { session: Session }) {
  if (contents.length === 0) return null
  return (
    <section className="journey-contents" aria-label={words.session.contents}>
      <h2>{words.session.contents}</h2>
      <ul>
        {contents.map((content) => (
          <ContentItem key={content.id} content={content} />
        ))}
      </ul>
    </section>
  )
}

function ContentItem({ content: { kind, name, encoding, characters, warnings, createdAt } }: { content: Content }) {
  const isFile = kind === 'file'
  return (
    <li>
      {isFile ? <DocumentIcon /> : <WriteIcon />}
      <div>
        <p>{isFile ? name : words.session.typed}</p>
        <p className="quiet">
          {[words.file.characters(characters), ...(isFile ? [words.file.readAs(encoding)] : [])].join(' · ')} ·{' '}
          <When at={createdAt} />
        </p>
        <FileWarnings warnings={warnings} />
      </div>
    </li>
  )
}
