/**
 * A cell of a CSV file. What a spreadsheet would take for a formula gets an apostrophe in front, so that a map's title cannot run anything
 * on the machine of whoever opens the file.
 */
export function toCsvCell(text: string): string {
  const plain = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
