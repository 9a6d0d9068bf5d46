type Told = { id: string | null; event: string; data: unknown };

/** Reads an event stream as a browser does. */
export function followStream(response: Response) {
  const told: Told[] = [];
  let hasEnded = false;
  const reader = response.body?.getReader();
  void (async () => {
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(
          block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        );
        const event = fields.get('event');
        if (event) told.push({ id: fields.get('id') ?? null, event, data: JSON.parse(fields.get('data') ?? 'null') });
      }
    }
    hasEnded = true;
  })();
  return { told, hasEnded: () => hasEnded, leave: () => reader?.cancel() };
}
