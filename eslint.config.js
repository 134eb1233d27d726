/**
 * The rules of the house that can be read from one file alone. Rules about imports stand in `.dependency-cruiser.cjs`.
 * An exception is either listed in `exceptions` or explained on the spot (`eslint-disable-next-line … -- because …`).
 */
import { basename, dirname, relative, sep } from 'node:path'
import eslint from '@eslint/js'
import { defineConfig } from 'eslint/config'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const tests = ['**/*.test.ts', '**/*.test.tsx', 'tests/**']
const browser = ['src/web/**', 'src/*/web/**', 'src/spaces/*/web/**']
const code = ['**/*.ts', '**/*.tsx']

/** Where a rule does not hold, and why. */
const exceptions = [
  {
    files: ['src/contract/**', 'src/core/http/mount.ts'],
    because: 'the grammar of endpoints and its one mounting place relate types that TypeScript cannot follow',
    without: [
      '@typescript-eslint/consistent-type-assertions',
      '@typescript-eslint/no-empty-object-type',
      '@typescript-eslint/no-explicit-any',
      '@typescript-eslint/no-non-null-assertion',
      '@typescript-eslint/no-unsafe-argument',
      '@typescript-eslint/no-unsafe-assignment',
      '@typescript-eslint/no-unsafe-call',
      '@typescript-eslint/no-unsafe-member-access',
      '@typescript-eslint/no-unsafe-return',
    ],
  },
  {
    files: ['src/core/config/**', 'bin/**', 'scripts/**', 'tests/**', 'bench/**', '*.config.ts'],
    because: 'the product reads the environment in one place; what drives it from outside has to prepare one',
    without: ['no-restricted-properties', 'no-restricted-imports'],
  },
  {
    files: ['src/main.ts', 'src/serve.ts', 'src/cli*.ts', 'src/cli/**', 'bin/**', 'scripts/**', 'tests/**', 'bench/**'],
    because: 'these speak to a person at a terminal; everything else speaks to the log',
    without: ['no-console'],
  },
  {
    files: ['*.config.ts', '*.config.js'],
    because: 'their tools ask for a default export',
    without: ['no-restricted-exports'],
  },
  {
    files: tests,
    because: 'the callback of `describe` is a chapter, not a function',
    without: ['max-lines-per-function'],
  },
  {
    files: tests,
    because: 'the matchers of vitest, such as `expect.any`, are typed as `any`',
    without: ['@typescript-eslint/no-unsafe-assignment'],
  },
]

const kebabCase = /^\.?[a-z0-9]+([-.][a-z0-9]+)*$/
const kindsOfCode = /^(utils?|helpers?|common|shared|services?|models?|types?|lib|misc|index)$/

const house = {
  rules: {
    'file-name': {
      create: (context) => ({
        Program(node) {
          const path = relative(context.cwd, context.filename)
          const names = [...dirname(path).split(sep), basename(path).split('.')[0]]
          const report = (message) => context.report({ node, message })
          if (!kebabCase.test(basename(path))) report('A file name is written in kebab-case.')
          if (names.some((name) => kindsOfCode.test(name))) report('A folder or file is a noun, not a kind of code.')
        },
      }),
    },
    'explained-exception': {
      create: (context) => ({
        Program() {
          for (const comment of context.sourceCode.getAllComments()) {
            if (!/^\s*(eslint-disable|@ts-expect-error)/.test(comment.value) || / -- \S/.test(comment.value)) continue
            context.report({ loc: comment.loc, message: 'Say why, after ` -- `, when you switch off a rule.' })
          }
        },
      }),
    },
  },
}

const size = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 40 }],
  'max-params': ['error', { max: 3 }],
  'max-depth': ['error', { max: 3 }],
  complexity: ['error', { max: 10, variant: 'modified' }],
}

const form = {
  'house/file-name': 'error',
  'house/explained-exception': 'error',
  'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
  'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Read it in core/config.' }],
  'no-restricted-imports': [
    'error',
    { name: 'node:process', importNames: ['env'], message: 'The environment is read in core/config.' },
  ],
  'no-console': 'error',
  eqeqeq: ['error', 'always'],
}

const types = {
  '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  // A caught error and the reason of a signal are passed on as they came.
  '@typescript-eslint/only-throw-error': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }],
  '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }],
  // `tsc` reports unused names already.
  '@typescript-eslint/no-unused-vars': 'off',
  // A port's promise-returning function may have nothing to wait for in one of its engines.
  '@typescript-eslint/require-await': 'off',
  // What the core offers is plain objects of functions, and taking them apart is how a function says what it needs.
  '@typescript-eslint/unbound-method': 'off',
}

export default defineConfig(
  { ignores: ['dist/', 'data/', 'coverage/', 'node_modules/', 'play/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { house } },
  { files: ['**/*.{js,cjs}'], extends: [eslint.configs.recommended], rules: { ...size, ...form } },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { __filename: 'readonly', console: 'readonly', process: 'readonly' } },
  },
  {
    files: code,
    extends: [eslint.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { ...size, ...form, ...types },
  },
  { files: browser.map((folder) => `${folder}/*.{ts,tsx}`), extends: [reactHooks.configs.flat.recommended] },
  // Markup is long without being complicated.
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 80 }] } },
  ...exceptions.map(({ files, without }) => ({
    files,
    rules: Object.fromEntries(without.map((rule) => [rule, 'off'])),
  })),
)
