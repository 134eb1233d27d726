/** Links of the router in the look of the kit. */
import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

type Element = Omit<ComponentProps<'a'>, 'color' | 'style'>

const AnchorButton = (props: ButtonProps & Element) => <Button component="a" {...props} />
const PlainAnchor = (props: AnchorProps & Element) => <Anchor {...props} />

/** A link that looks like a button: it goes somewhere, it does not act. */
export const ButtonLink = createLink(AnchorButton)

export const TextLink = createLink(PlainAnchor)
