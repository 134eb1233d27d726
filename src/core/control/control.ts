/**
 * Control: what the person at the machine asks of Cairn from the command line. While a server runs, the command line
 * speaks to it through a Unix socket in the data folder that nobody but the owner of the folder can open; otherwise it
 * opens the record itself. The same commands run in both cases. One question a connection: a line of JSON in, lines of
 * words out, and the outcome at the end.
 */
export { defineControl, runControl, type ControlCommand, type Exchange } from './command.ts'
export { askServer, type Asked } from './client.ts'
export { serveControl, type ControlServer } from './server.ts'
