/** What goes away with what it does hands the focus to its section, so that the keyboard does not start over. */
export const sectionOf = (element: Element) => element.closest<HTMLElement>('.admin-section')
