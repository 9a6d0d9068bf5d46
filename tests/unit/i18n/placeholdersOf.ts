/** Names of the placeholders and tags of an ICU message: `{name}`, `{count, plural, one {…} other {…}}`, `<time>` (as `<time>`). */
export function placeholdersOf(message: string): string[] {
  const names = new Set<string>();
  let at = 0;

  const readUntil = (stop: RegExp): string => {
    const start = at;
    while (at < message.length && !stop.test(message[at] ?? '')) at += 1;
    return message.slice(start, at).trim();
  };
  const readArgument = (): void => {
    at += 1;
    names.add(readUntil(/[,}]/));
    if (message[at] === ',') {
      at += 1;
      const type = readUntil(/[,}]/);
      const hasBranches = type === 'plural' || type === 'select' || type === 'selectordinal';
      while (at < message.length && message[at] !== '}') {
        if (hasBranches && message[at] === '{') {
          at += 1;
          readMessage();
        }
        at += 1;
      }
    }
    at += 1;
  };
  const readMessage = (): void => {
    while (at < message.length && message[at] !== '}') {
      if (message[at] === '{') {
        readArgument();
        continue;
      }
      const tag = /^<([A-Za-z]\w*)>/.exec(message.slice(at))?.[1];
      if (tag) names.add(`<${tag}>`);
      at += 1;
    }
  };
  readMessage();
  return [...names].sort();
}
