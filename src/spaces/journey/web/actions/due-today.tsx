/** On the home page: what is due today or was due before. */
import { TextLink } from '../../../../web/kit/link.tsx'
import { useActionNews, useActions } from './data.ts'
import { Due } from './due.tsx'
import { words } from './words.ts'
import './actions.css'

const shown = 5

export function DueToday() {
  const dueTo = new Intl.DateTimeFormat('en-CA').format(new Date())
  const { data } = useActions({ status: 'open,in-progress', dueTo })
  useActionNews()
  const items = data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <section className="action-today" aria-labelledby="due-today">
      <header className="section-head">
        <h3 id="due-today" className="section-title">
          {words.home.title}
        </h3>
        <TextLink to="/journey/actions">{words.home.all}</TextLink>
      </header>
      <ul>
        {items.slice(0, shown).map((action) => (
          <li key={action.id}>
            <TextLink to={`/journey/actions/${action.id}`}>{action.title}</TextLink>
            <Due action={action} />
          </li>
        ))}
      </ul>
    </section>
  )
}
