/** How many messages are shown at once. */
const most = 3;

/** The messages that are shown once another one comes: it takes the place of one on the same topic, and of the oldest where there are many. */
export function withMessage<Message extends { topic?: string }>(shown: readonly Message[], message: Message): Message[] {
  const others = shown.filter(({ topic }) => topic === undefined || topic !== message.topic);
  return [...others.slice(1 - most), message];
}
