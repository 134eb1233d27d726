/** Who is signed in, how the page looks, and the way out. */
import { Menu, UnstyledButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { signOut, useSignedIn } from '../data/signed-in.ts'
import { AdministrationIcon, CheckIcon, KeysIcon, SettingsIcon, SignOutIcon } from '../kit/icons.tsx'
import { describeProblem } from '../kit/problem.tsx'
import { tell } from '../kit/undo-toast.tsx'
import { administration } from '../spaces.ts'
import { accountWords } from '../words.ts'
import { schemes, useScheme } from './appearance.ts'
import { SchemeIcon } from './scheme-icon.tsx'

export function AccountMenu({ onShowKeys }: { onShowKeys: () => void }) {
  const { person } = useSignedIn()
  const navigate = useNavigate()
  const leave = useMutation({
    // From the home page, so that whoever signs in next is not led to this person's page.
    mutationFn: () => navigate({ to: '/' }).then(signOut),
    onError: (error) => tell(describeProblem(error).detail),
  })
  return (
    <Menu position="bottom-end" width={264} offset={8}>
      <Menu.Target>
        <UnstyledButton className="account-button" aria-label={accountWords.open(person.name)}>
          <span className="account-initials" data-initials={initialsOf(person.name)} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="account-who">
          <strong>{person.name}</strong>
          <span>{person.email}</span>
        </div>
        <Menu.Divider />
        <SchemeItems />
        <Menu.Divider />
        {person.role === 'administrator' && (
          <Menu.Item component={Link} to={administration.path} leftSection={<AdministrationIcon size={18} />}>
            {administration.title}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to="/settings" leftSection={<SettingsIcon size={18} />}>
          {accountWords.settings}
        </Menu.Item>
        <Menu.Item leftSection={<KeysIcon size={18} />} onClick={onShowKeys}>
          {accountWords.keys}
        </Menu.Item>
        <Menu.Item leftSection={<SignOutIcon size={18} />} onClick={() => leave.mutate()}>
          {accountWords.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function SchemeItems() {
  const { scheme, choose } = useScheme()
  return schemes.map((name) => (
    <Menu.RadioItem
      key={name}
      value={name}
      checked={name === scheme}
      checkIcon={<CheckIcon size={18} />}
      onChange={() => choose(name)}
    >
      <span className="menu-scheme">
        <SchemeIcon scheme={name} />
        {accountWords.schemes[name]}
      </span>
    </Menu.RadioItem>
  ))
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part.slice(0, 1).toLocaleUpperCase())
    .join('')
