/** Choosing or dropping a text file, and seeing how it is read before anything is kept. */
import { Button, NativeSelect } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react'
import { CloseIcon, DocumentIcon, UploadIcon } from '../../../../web/kit/icons.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import { Words } from '../../../../web/kit/words.tsx'
import { contentLimits, TextEncoding, type Preview } from '../../contract.ts'
import { journey } from '../client.ts'
import { words } from '../words.ts'
import type { ChosenFile } from './save.ts'
import { FileWarnings } from './warnings.tsx'

export interface FileChoice {
  chosen: ChosenFile | undefined
  /** Why the last file was not taken. */
  refusal: string | undefined
  choose: (file: File | undefined) => void
  readAs: (encoding: TextEncoding) => void
  /** How the chosen file reads; neither is there while it is being read. */
  preview: { data: Preview | undefined; error: Error | null }
}

export function useFileChoice(): FileChoice {
  const [chosen, setChosen] = useState<ChosenFile>()
  const [refusal, setRefusal] = useState<string>()
  const choose = (file: File | undefined) => {
    const isTooLarge = file !== undefined && file.size > contentLimits.bytes
    setRefusal(isTooLarge ? words.file.tooLarge(file.name, contentLimits.bytes / 1024 / 1024) : undefined)
    setChosen(file && !isTooLarge ? { file, encoding: undefined } : undefined)
  }
  const readAs = (encoding: TextEncoding) => setChosen((before) => before && { ...before, encoding })
  return { chosen, refusal, choose, readAs, preview: usePreview(chosen) }
}

function usePreview(chosen: ChosenFile | undefined) {
  const { name, size, lastModified } = chosen?.file ?? {}
  const { data, error } = useQuery({
    queryKey: ['journey', 'preview', name, size, lastModified, chosen?.encoding],
    queryFn: chosen
      ? ({ signal }) => journey.previewContent({ query: { encoding: chosen.encoding }, file: chosen.file }, { signal })
      : skipToken,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
  return { data, error }
}

/** Takes a file that is dropped anywhere on the element. */
export function useDrop(choose: FileChoice['choose']) {
  const [isOver, setOver] = useState(false)
  const hover = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  return {
    'data-over': isOver,
    onDragOver: hover,
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false)
      const [file] = event.dataTransfer.files
      if (!file) return
      event.preventDefault()
      choose(file)
    },
  }
}

/** Longer texts than this make a sheet slow to write on, in characters; pasted ones are taken as a file. */
const longestPaste = 100_000

export function takeLongPaste(event: ClipboardEvent, choose: FileChoice['choose']) {
  const text = event.clipboardData.getData('text/plain')
  if (text.length <= longestPaste) return
  event.preventDefault()
  choose(new File([text], words.write.pastedName, { type: 'text/plain' }))
}

export function FileButton({ choice }: { choice: FileChoice }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="journey-file-button">
      <input
        ref={input}
        type="file"
        hidden
        accept=".txt,.md,.markdown,.vtt,.srt,text/plain,text/markdown,text/vtt"
        onChange={(event) => {
          choice.choose(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button variant="default" leftSection={<UploadIcon size={18} />} onClick={() => input.current?.click()}>
        {words.write.chooseFile}
      </Button>
    </div>
  )
}

export function DropPlace({ choice }: { choice: FileChoice }) {
  return (
    <div className="journey-drop-place">
      <LonelyPage />
      <FileButton choice={choice} />
      <p className="quiet">{words.write.dropHint}</p>
    </div>
  )
}

function LonelyPage() {
  return (
    <svg viewBox="0 0 160 100" width={160} height={100} aria-hidden="true">
      <path className="picture-line" d="M6 90c34-7 62-3 84-4s42-5 64-2" />
      <path className="picture-ghost" d="M58 14h32l14 14v50a4 4 0 0 1-4 4H58a4 4 0 0 1-4-4V18a4 4 0 0 1 4-4Z" />
      <path className="picture-line" d="M64 40h30M64 51h30M64 62h18" />
    </svg>
  )
}

export function FilePreview({ choice, chosen }: { choice: FileChoice; chosen: ChosenFile }) {
  const { file } = chosen
  const { data, error } = choice.preview
  return (
    <section className="journey-file" aria-label={words.file.preview(file.name)}>
      <header className="journey-file-head">
        <DocumentIcon />
        <strong>{file.name}</strong>
        <button type="button" aria-label={words.file.remove} onClick={() => choice.choose(undefined)}>
          <CloseIcon />
        </button>
      </header>
      <div aria-live="polite">
        {data && <ReadFile preview={data} readAs={choice.readAs} />}
        {error && <Problem error={error} />}
        {!data && !error && <SkeletonLines />}
      </div>
    </section>
  )
}

function ReadFile({ preview, readAs }: { preview: Preview; readAs: FileChoice['readAs'] }) {
  const encodings = [preview.encoding, ...preview.alternatives.filter((encoding) => encoding !== preview.encoding)]
  return (
    <>
      <p className="quiet">
        {words.file.readAs(preview.encoding)} · {words.file.characters(preview.characters)}
      </p>
      {encodings.length > 1 && (
        <NativeSelect
          className="journey-encodings"
          label={words.file.otherwise}
          value={preview.encoding}
          data={encodings.map((encoding) => ({ value: encoding, label: words.encodings[encoding] }))}
          onChange={(event) => readAs(TextEncoding.parse(event.target.value))}
        />
      )}
      <FileWarnings warnings={preview.warnings} />
      <div className="journey-file-text" tabIndex={0} role="group" aria-label={words.transcript.label}>
        <Words>{preview.text}</Words>
      </div>
      {preview.text.length < preview.characters && <p className="quiet">{words.file.beginning(preview.text.length)}</p>}
    </>
  )
}
