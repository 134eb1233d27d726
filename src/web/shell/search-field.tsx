/** The one search field; Ctrl+K or `/` put the cursor in it. It shows what the search page is asked. */
import { Kbd, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useRef, useState, type FormEvent, type RefObject } from 'react'
import { useKeys } from '../kit/keys.ts'
import { SearchIcon } from '../kit/icons.tsx'
import { shellWords } from '../words.ts'

export function SearchField() {
  const field = useRef<HTMLInputElement>(null)
  const asked = useRouterState({ select: ({ location }) => askedOf(location) })
  const focus = () => {
    field.current?.focus()
    field.current?.select()
  }
  useKeys({ '/': focus })
  useHotkeys([['mod+K', focus]], [])
  return <SearchForm key={asked} asked={asked} field={field} />
}

interface SearchFormProps {
  asked: string
  field: RefObject<HTMLInputElement | null>
}

function SearchForm({ asked, field }: SearchFormProps) {
  const [text, setText] = useState(asked)
  const navigate = useNavigate()
  function search(event: FormEvent) {
    event.preventDefault()
    void navigate({ to: '/search', search: { q: text.trim() } })
  }
  return (
    <form role="search" className="search-field" onSubmit={search}>
      <TextInput
        ref={field}
        type="search"
        aria-label={shellWords.search}
        placeholder={shellWords.searchHint}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        leftSection={<SearchIcon size={18} />}
        rightSection={<Kbd className="search-key">{shellWords.searchKey}</Kbd>}
        rightSectionWidth={70}
        rightSectionPointerEvents="none"
      />
    </form>
  )
}

function askedOf({ pathname, search }: { pathname: string; search: { q?: unknown } }) {
  return pathname === '/search' && typeof search.q === 'string' ? search.q : ''
}
