import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Struct = Y.Item | Y.GC | Y.Skip;

/** What lies between a client's structs is named as left out, as Yjs does. */
function withSkips(structs: readonly Struct[]): Struct[] {
  return structs.flatMap((struct, index) => {
    const before = structs[index - 1];
    const end = before ? before.id.clock + before.length : struct.id.clock;
    const { client, clock } = struct.id;
    return clock > end ? [new Y.Skip(Y.createID(client, end), clock - end), struct] : [struct];
  });
}

/** The update without the structs and deletions that reach beyond these clocks, by client id. Other client ids stay as they are. */
export function withinBounds(update: Uint8Array, bounds: ReadonlyMap<number, number>): Uint8Array {
  const boundOf = (client: number): number => bounds.get(client) ?? Number.POSITIVE_INFINITY;
  const { structs, ds } = Y.decodeUpdate(update);
  const kept = new Map<number, Struct[]>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip || clock + struct.length > boundOf(client)) continue;
    const own = kept.get(client) ?? [];
    own.push(struct);
    kept.set(client, own);
  }
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  encoding.writeVarUint(restEncoder, kept.size);
  for (const [client, own] of [...kept].sort(([one], [other]) => other - one)) {
    const all = withSkips(own);
    encoding.writeVarUint(restEncoder, all.length);
    encoder.writeClient(client);
    encoding.writeVarUint(restEncoder, own[0]?.id.clock ?? 0);
    for (const struct of all) struct.write(encoder, 0);
  }
  const deletions = [...ds.clients].map(([client, items]) => {
    const inside = items.filter(({ clock }) => clock < boundOf(client));
    return { client, ranges: inside.map(({ clock, len }) => ({ clock, len: Math.min(len, boundOf(client) - clock) })) };
  });
  const some = deletions.filter(({ ranges }) => ranges.length > 0);
  encoding.writeVarUint(restEncoder, some.length);
  for (const { client, ranges } of some) {
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, ranges.length);
    for (const { clock, len } of ranges) for (const number of [clock, len]) encoding.writeVarUint(restEncoder, number);
  }
  return encoder.toUint8Array();
}
