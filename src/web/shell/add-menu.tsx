/** "Add": the same everywhere, whatever the spaces can take in. */
import { Button, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useSpaces } from '../data/running-spaces.ts'
import { AddIcon } from '../kit/icons.tsx'
import { shellWords } from '../words.ts'

export function AddMenu({ place }: { place: 'rail' | 'bottom' }) {
  const starters = useSpaces().flatMap(({ add }) => add)
  if (starters.length === 0) return null
  return (
    <Menu position={place === 'rail' ? 'bottom-start' : 'top'} width={288} offset={8}>
      <Menu.Target>
        {place === 'rail' ? (
          <Button className="rail-add" leftSection={<AddIcon size={18} />} justify="flex-start">
            {shellWords.add}
          </Button>
        ) : (
          <button type="button" className="bottom-add">
            <AddIcon size={26} />
            <span className="visually-hidden">{shellWords.add}</span>
          </button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {starters.map(({ label, hint, path, icon: Picture }) => (
          <Menu.Item key={`${path} ${label}`} component={Link} to={path} leftSection={<Picture size={20} />}>
            <span className="menu-label">{label}</span>
            <span className="menu-hint">{hint}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
