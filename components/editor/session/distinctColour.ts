import type { PresenceUser } from '@/lib/document/presence';

type Page = { clientId: number; user: PresenceUser };

/**
 * The colour that a page takes, given the other pages that are open. It starts from the person's own colour; when somebody else has
 * that one, whoever has the larger id moves on to the next free one, so that two pages never chase each other. Two pages
 * of one person go by the older one's. With more people than colours some share one.
 */
export function distinctColour(me: Page, others: readonly Page[], count: number): number {
  const mine = others.filter(({ user }) => user.id === me.user.id);
  const elder = mine.reduce((eldest, page) => (page.clientId < eldest.clientId ? page : eldest), me);
  if (elder !== me) return elder.user.colour;
  const before = others.filter(({ user }) => user.id < me.user.id);
  const taken = new Set(before.map(({ user }) => user.colour));
  for (let step = 0; step < count; step++) {
    const colour = (me.user.colour + step) % count;
    if (!taken.has(colour)) return colour;
  }
  return me.user.colour;
}
