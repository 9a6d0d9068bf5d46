/** How many line ends a text holds: LF, CR LF, and a CR alone. */
export function countLineEnds(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}
