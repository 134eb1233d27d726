/* global document, localStorage, matchMedia */
// Runs before the first paint, so that a dark page never flashes light. `theme.ts` names the key.
{
  const chosen = localStorage.getItem('cairn.theme')
  const isDark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light'
}
