/** Text as it can be stored anywhere: whole characters, one kind of line end, no control characters, no blanks around. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]|\ufeff/gu, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .trim();
}

/** A value on one line, so that the same one is the same however it was typed. */
export const cleanValue = (text: string): string => cleanText(text).replace(/\s+/g, ' ').normalize('NFC');
