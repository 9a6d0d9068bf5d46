import * as Y from 'yjs';

/** An update that writes a text under somebody else's client id, from that one's next clock on. */
export function forgeAs(victim: Y.Doc, text: string): Uint8Array {
  const forger = new Y.Doc();
  Y.applyUpdate(forger, Y.encodeStateAsUpdate(victim));
  const before = Y.encodeStateVector(forger);
  forger.clientID = victim.clientID;
  forger.getText('test').insert(0, text);
  const update = Y.encodeStateAsUpdate(forger, before);
  forger.destroy();
  return update;
}
