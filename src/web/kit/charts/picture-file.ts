/**
 * A drawing of the page as a PNG. A picture that stands alone has no style sheet, so what the sheet says is written on
 * a copy of the drawing first; the title goes above it.
 */

/** What the style sheets of charts decide. */
const decided = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'display',
  'visibility',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
]

const sharpness = 2
const margin = 24
const titleHeight = 40
const titleSize = 20

/** Rejects where the browser cannot turn the drawing into a picture. */
export async function pictureOf(drawing: SVGSVGElement, title: string): Promise<Blob> {
  const { width, height } = drawing.getBoundingClientRect()
  const image = await imageOf(withStyles(drawing))
  const canvas = document.createElement('canvas')
  canvas.width = (width + margin * 2) * sharpness
  canvas.height = (height + margin * 2 + titleHeight) * sharpness
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('This browser draws no pictures')
  const { backgroundColor, color } = paperBehind(drawing)
  pen.scale(sharpness, sharpness)
  pen.fillStyle = backgroundColor
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = color
  pen.font = `500 ${titleSize}px ${getComputedStyle(document.documentElement).getPropertyValue('--font-serif')}`
  pen.fillText(title, margin, margin + titleSize, width)
  pen.drawImage(image, margin, margin + titleHeight, width, height)
  return asBlob(canvas)
}

function withStyles(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('A copy of a drawing is a drawing')
  const originals = [drawing, ...drawing.querySelectorAll('*')]
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[index]
    if (!original) continue
    const style = getComputedStyle(original)
    for (const name of decided) element.setAttribute(name, style.getPropertyValue(name))
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  return new XMLSerializer().serializeToString(copy)
}

async function imageOf(markup: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** The colours that the drawing stands on and is written in. */
function paperBehind(drawing: SVGSVGElement) {
  const { color } = getComputedStyle(drawing)
  const { backgroundColor } = getComputedStyle(document.body)
  return { backgroundColor, color }
}

function asBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('This browser saves no pictures'))), 'image/png')
  })
}
