/** The list of keys that `?` opens. */
import { Kbd, Modal } from '@mantine/core'
import { useSpaces } from '../data/running-spaces.ts'
import type { KeyHint } from '../space.ts'
import { kitWords, shellWords } from '../words.ts'

export function KeyList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const spaces = useSpaces()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={shellWords.keys}
      closeButtonProps={{ 'aria-label': kitWords.close }}
      centered
    >
      <Keys hints={shellWords.keyHints} />
      {spaces.map(({ name, title, keys }) => keys && <Keys key={name} title={title} hints={keys} />)}
    </Modal>
  )
}

function Keys({ title, hints }: { title?: string; hints: readonly KeyHint[] }) {
  return (
    <section>
      {title !== undefined && <h3 className="section-title">{title}</h3>}
      <dl className="key-list">
        {hints.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              {keys.split(/[ +]/).map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
