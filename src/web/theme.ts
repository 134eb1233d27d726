/**
 * The look of Cairn: warm paper and deep slate, moss for what can be done, amber for "needs you", brick for failure.
 * The figures of both schemes stand in `theme.css`; here they are given to the components.
 */
import {
  Button,
  createTheme,
  defaultVariantColorsResolver,
  localStorageColorSchemeManager,
  Menu,
  NativeSelect,
  PasswordInput,
  Skeleton,
  TextInput,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

const moss: MantineColorsTuple = [
  '#f3f6ec',
  '#e4ebd5',
  '#ccd9b3',
  '#b3cf8c',
  '#9cbc72',
  '#7f9f57',
  '#64833f',
  '#4a6433',
  '#3b5128',
  '#2c3d1e',
]
const amber: MantineColorsTuple = [
  '#fdf6e7',
  '#f8e8c5',
  '#f1d494',
  '#eac06a',
  '#e3b25c',
  '#c58b2c',
  '#a06c14',
  '#7f5200',
  '#644100',
  '#483000',
]
const brick: MantineColorsTuple = [
  '#fcf1ed',
  '#f5dcd4',
  '#f0bfb1',
  '#eea893',
  '#ec9a84',
  '#cd6a50',
  '#b14c32',
  '#983a24',
  '#782d1c',
  '#572014',
]
const gray: MantineColorsTuple = [
  '#fbf8f1',
  '#f1ebde',
  '#e6decd',
  '#d8cfbd',
  '#c3b9a5',
  '#a59b87',
  '#857c6b',
  '#5d584d',
  '#423e36',
  '#2a2925',
]
const slate: MantineColorsTuple = [
  '#e9e5db',
  '#c9c8c2',
  '#a8aba9',
  '#74808a',
  '#3c4650',
  '#313a43',
  '#1f262d',
  '#171c22',
  '#11151a',
  '#0c0f13',
]

const sans = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'
const serif =
  '"Iowan Old Style", "Palatino Nova", Palatino, "Palatino Linotype", "URW Palladio L", "Noto Serif", "Source Serif 4", Georgia, serif'

/** Accents are dark on paper and light on slate; what stands on them is the opposite. */
const resolveVariant: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  return input.variant === 'filled' ? { ...colors, color: 'var(--on-accent)' } : colors
}

export const theme = createTheme({
  colors: { moss, amber, brick, gray, dark: slate },
  primaryColor: 'moss',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver: resolveVariant,
  black: '#1d1e1a',
  white: '#fffdf8',
  defaultRadius: 10,
  fontFamily: sans,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, monospace',
  headings: { fontFamily: serif, fontWeight: '500' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'md' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'md' } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'md' } }),
    // The placeholder is a child that screen readers may not find in a menu.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: 4 } }),
  },
})

/** Hands the tokens of `theme.css` to the components, and each accent its readable tints. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: { '--font-serif': serif },
  light: schemeVariables,
  dark: schemeVariables,
})

const accentVariables = (name: 'moss' | 'amber' | 'brick') => ({
  [`--mantine-color-${name}-text`]: `var(--${name}-ink)`,
  [`--mantine-color-${name}-light`]: `var(--${name}-tint)`,
  [`--mantine-color-${name}-light-hover`]: `var(--${name}-tint-strong)`,
  [`--mantine-color-${name}-light-color`]: `var(--${name}-ink)`,
  [`--mantine-color-${name}-outline`]: `var(--${name}-ink)`,
})

const schemeVariables = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-anchor': 'var(--moss-ink)',
  '--mantine-color-error': 'var(--brick-ink)',
  '--mantine-color-default': 'var(--paper-raised)',
  '--mantine-color-default-hover': 'var(--paper-sunk)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--hairline-strong)',
  ...accentVariables('moss'),
  ...accentVariables('amber'),
  ...accentVariables('brick'),
}

/** Kept in the browser too, so that the first paint is right before anybody has signed in. */
export const schemeManager = localStorageColorSchemeManager({ key: 'cairn.theme' })
