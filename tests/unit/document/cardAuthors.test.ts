import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { listCardClients } from '@/lib/document/cardAuthors';
import { createDocument } from '@/lib/document/createDocument';
import { addCard, moveCards } from '@/lib/document/operations/cards';
import { readMap } from '@/lib/document/readMap';
import { template } from '@/lib/map/templates/template';

describe('who began a card', () => {
  it('is told by the Yjs client under which it was begun, wherever it goes and whoever writes on it', () => {
    const content = createDocument(template('customerServiceCall', 'en'));
    const [doc, other] = [new Y.Doc(), new Y.Doc()];
    for (const one of [doc, other]) Y.applyUpdate(one, content);
    const { steps, lanes } = readMap(doc).map;
    const [from, to] = [steps[0]?.id ?? '', steps[1]?.id ?? ''];
    const laneId = lanes[0]?.id ?? '';
    const id = addCard(other, { at: { stepId: from, laneId } }) ?? '';
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    moveCards(doc, { ids: [id], to: { stepId: to, laneId } });
    const clients = listCardClients(doc);
    expect(clients.get(id)).toBe(other.clientID);
    expect([...clients.values()].filter((client) => client === other.clientID)).toHaveLength(1);
    expect(clients.size).toBe(readMap(doc).map.cards.length);
  });
});
