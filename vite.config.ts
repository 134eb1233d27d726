import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const outDir = join(import.meta.dirname, 'dist/web')

export default defineConfig({
  root: join(import.meta.dirname, 'src/web'),
  plugins: [react(), compressed()],
  build: {
    outDir,
    emptyOutDir: true,
    sourcemap: false,
    // The content security policy knows neither inline scripts nor `data:` sources.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
})

/** Leaves a Brotli and a gzip sibling beside every text asset, so that the server never compresses one twice. */
function compressed(): Plugin {
  return {
    name: 'cairn-compressed',
    apply: 'build',
    async writeBundle() {
      const files = await readdir(outDir, { recursive: true })
      await Promise.all(
        files.filter((file) => /\.(js|css|svg)$/.test(file)).map((file) => compress(join(outDir, file))),
      )
    },
  }
}

async function compress(file: string) {
  const content = await readFile(file)
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params: quality }))
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
}
