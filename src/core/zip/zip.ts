/**
 * Zip archives: written as they are read, so that nothing is held whole, and read with suspicion. An archive that
 * somebody sends may name places outside of itself, claim a thousand entries over the same bytes, or unpack to more
 * than any disk holds; whoever opens one says how much it may bring, and what is beyond that is refused with words.
 */
export { zipOf } from './write.ts'
export { openZip, type ZipEntry, type ZipLimits } from './read.ts'
export { zipUnreadable } from './refusal.ts'
