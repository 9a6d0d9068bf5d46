import type * as Y from 'yjs';
import { useStore } from 'zustand';
import { listCardClients } from '@/lib/document/cardAuthors';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Authors } from '../lens';
import { useEditor, useMapPart, usePresenceText } from '../session/EditorContext';

const nobody: ReadonlyMap<string, string> = new Map();

/** As text, so that it is the same as long as it says the same: who is here, who the server knows, and oneself. */
type Clients = { text: string; authors: Authors | null; map: ReadonlyMap<number, string> };
let knownClients: Clients | null = null;

function clientsOf(text: string, authors: Authors | null): ReadonlyMap<number, string> {
  if (knownClients?.text === text && knownClients.authors === authors) return knownClients.map;
  const map = new Map(authors?.clients);
  for (const line of text.split('\n')) {
    const [client, actorId] = line.split(' ', 2);
    if (client && actorId) map.set(Number(client), actorId);
  }
  knownClients = { text, authors, map };
  return map;
}

/** Actor ids by Yjs client: what the server knows, and who is here now. */
function useClients(): ReadonlyMap<number, string> {
  const { doc, me, lens } = useEditor();
  const authors = useStore(lens, (state) => state.authors);
  const here = usePresenceText((others) => others.map(({ clientId, user }) => `${clientId} ${user.id}`).join('\n'));
  return clientsOf(`${here}\n${doc.clientID} ${me.id}`, authors);
}

type Cards = JourneyMap['cards'];
type Known = { doc: Y.Doc; cards: Cards; clients: ReadonlyMap<number, string>; authors: ReadonlyMap<string, string> };
let known: Known | null = null;

const sameIds = (a: Cards, b: Cards): boolean => a === b || (a.length === b.length && a.every(({ id }, at) => id === b[at]?.id));

/** Found once for all who ask, and not again while the same cards are there: who began one never changes. */
function authorsOf(doc: Y.Doc, cards: Cards, clients: ReadonlyMap<number, string>): ReadonlyMap<string, string> {
  if (known?.doc === doc && known.clients === clients && sameIds(known.cards, cards)) {
    known = { ...known, cards };
    return known.authors;
  }
  const authors = new Map<string, string>();
  for (const [cardId, client] of listCardClients(doc)) {
    const actorId = clients.get(client);
    if (actorId !== undefined) authors.set(cardId, actorId);
  }
  known = { doc, cards, clients, authors };
  return authors;
}

/** Who began which card, by actor id; nothing while it is not asked for. */
export function useCardAuthors(asked: boolean): ReadonlyMap<string, string> {
  const { doc } = useEditor();
  const cards = useMapPart((map) => (asked ? map.cards : null));
  const clients = useClients();
  return cards ? authorsOf(doc, cards, clients) : nobody;
}
