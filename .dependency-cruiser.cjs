/** The import rules of the house. Each name is a sentence; each comment says why. */

const TEST = ['\\.test\\.tsx?$', '^tests/']
const WEB = '^src/(web|admin/web|spaces/[^/]+/web)/'
const DOOR = '^src/core/([^/]+)/(\\1|contract)\\.ts$'
/** `contract.ts`, a part of it in a folder of the space, the files of a `contract` folder, or what an analysis says. */
const CONTRACT = '[/-]contract(\\.ts$|/)|/analyser/findings\\.ts$'
/** The files that Node or the browser opens by path, so nobody imports them. */
const ENTRY = ['^src/(main|cli)\\.ts$', '^src/web/(main\\.tsx$|public/)', '-(child|worker)\\.ts$']
/** Shapes that were agreed on ahead of the code that gives them; the line goes when that code is there. */
const AHEAD = ['^src/spaces/journey/links/links\\.ts$']

const rule = (name, comment, { from, to = {} }) => ({ name, severity: 'error', comment, from, to })

const betweenFolders = [
  rule('core-knows-no-space', 'the core must build and pass its tests with every space deleted', {
    from: { path: '^src/core/' },
    to: { path: '^src/(spaces|admin|web)(/|\\.ts$)' },
  }),
  rule(
    'spaces-never-import-each-other',
    'a space can be deleted without touching another one; they meet through events, search, graph and ledger',
    { from: { path: '^src/spaces/([^/]+)/' }, to: { path: '^src/spaces/', pathNot: '^src/spaces/$1/' } },
  ),
  rule('only-the-lists-name-the-spaces', 'deleting a space is deleting a folder and a line in each list', {
    from: {
      path: '^(src|tests)/',
      pathNot: ['^src/spaces/', '^src/(web/)?spaces\\.ts$', '^tests/(stories|faults|matrix)/'],
    },
    to: { path: '^src/spaces/' },
  }),
  rule('only-the-list-names-the-administration', 'the shell places its pages as it places those of spaces', {
    from: { path: '^src/web/', pathNot: '^src/web/spaces\\.ts$' },
    to: { path: '^src/admin/' },
  }),
  rule('only-entry-files-import-the-composition-root', 'who imports the file that knows everybody, knows everybody', {
    from: { path: '^src/', pathNot: ['^src/(main|serve|cli)\\.ts$', '^src/cli/', ...TEST] },
    to: { path: '^src/app\\.ts$' },
  }),
  rule('product-never-imports-tests', 'what people run must not depend on what checks it', {
    from: { path: '^src/', pathNot: TEST },
    to: { path: TEST },
  }),
]

const doors = [
  rule(
    'core-modules-have-one-door',
    'core/jobs is entered by core/jobs/jobs.ts or its contract, so the rest of it can change',
    { from: { path: '^src/', pathNot: '^src/core/[^/]+/' }, to: { path: '^src/core/[^/]+/', pathNot: DOOR } },
  ),
  rule('core-modules-have-one-door-inside', 'the same between two modules of the core', {
    from: { path: '^src/core/([^/]+)/' },
    to: { path: '^src/core/[^/]+/', pathNot: ['^src/core/$1/', DOOR] },
  }),
]

const web = [
  rule('server-never-imports-web', 'the server must start without a browser in mind', {
    from: { path: '^src/', pathNot: [WEB, ...TEST] },
    to: { path: [WEB, 'node_modules/(react|react-dom|@mantine|@tanstack)/'] },
  }),
  rule('web-imports-contracts-only', 'no server code in the bundle of the browser', {
    from: { path: WEB, pathNot: TEST },
    to: { path: '^src/', pathNot: [WEB, CONTRACT, '^src/std/'] },
  }),
  rule('web-runs-in-a-browser', 'a browser has no modules of Node', {
    from: { path: WEB, pathNot: TEST },
    to: { dependencyTypes: ['core'] },
  }),
]

const purity = [
  rule('the-contract-grammar-depends-on-zod-alone', 'both sides speak it, and so does whoever writes a client', {
    from: { path: '^src/contract/', pathNot: TEST },
    to: { pathNot: ['^src/contract/', 'node_modules/zod/'] },
  }),
  rule('contracts-are-pure', 'what crosses the wire is read by the browser too', {
    from: { path: CONTRACT, pathNot: ['^src/contract/', ...TEST] },
    to: { pathNot: [CONTRACT, '^src/std/', 'node_modules/zod/'] },
  }),
  rule('std-imports-nothing', 'a helper that needs the product is not a helper', {
    from: { path: '^src/std/', pathNot: TEST },
    to: { pathNot: '^src/std/' },
  }),
]

const hygiene = [
  rule('no-cycles', 'a cycle is a module that has not been named yet', { from: {}, to: { circular: true } }),
  rule('no-orphans', 'a file that nobody imports is dead', {
    from: { orphan: true, pathNot: [...TEST, ...ENTRY, ...AHEAD, '\\.d\\.ts$'] },
  }),
  rule('every-import-resolves', 'a broken path fails here and not at a start', {
    from: {},
    to: { couldNotResolve: true },
  }),
  rule('product-uses-declared-packages', 'what is not among the dependencies is missing where people install', {
    from: { path: '^src/', pathNot: TEST },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  }),
]

module.exports = {
  forbidden: [...betweenFolders, ...doors, ...web, ...purity, ...hygiene],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
}
