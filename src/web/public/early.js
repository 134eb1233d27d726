/* global document, localStorage, matchMedia */
// Runs before everything else, so that a dark page never flashes light. `theme.ts` names the key.
{
  const chosen = localStorage.getItem('cairn.theme')
  const isDark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light'
}
// As soon as it is loaded, zod tries whether it may compile its checks; the content security policy would report that.
globalThis.__zod_globalConfig = { jitless: true }
