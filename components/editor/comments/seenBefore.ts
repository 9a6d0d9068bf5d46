/** How long (milliseconds) at least what was read is still marked as new. */
const stillNew = 10_000;

/** How far each conversation has been read, by its id. */
export type SeenMarks = ReadonlyMap<string, number>;

/** Tells at once how far everything has been read, and from then on how far it had been a while ago, until the returned function is called. */
export function followSeen(read: () => SeenMarks, tell: (marks: SeenMarks) => void): () => void {
  let latest = read();
  tell(latest);
  const handle = setInterval(() => {
    tell(latest);
    latest = read();
  }, stillNew);
  return () => clearInterval(handle);
}
