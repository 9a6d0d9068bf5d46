import { createDecoder, readVarUint } from 'lib0/decoding';

const syncMessage = 0;
const syncAnswer = 1;
const syncUpdate = 2;

/** Which sync frame these bytes are, if the server counts it: an update, or an answer (step 2). Null for everything else. */
export function countedFrame(bytes: Uint8Array): 'update' | 'answer' | null {
  if (bytes.length < 2) return null;
  const decoder = createDecoder(bytes);
  if (readVarUint(decoder) !== syncMessage) return null;
  const kind = readVarUint(decoder);
  if (kind === syncUpdate) return 'update';
  return kind === syncAnswer ? 'answer' : null;
}

/**
 * A WebSocket class for `WebsocketProvider` that tells of each counted frame just before it leaves.
 * Counting at the socket, not at the document, is what keeps our count equal to the server's: the provider
 * also sends frames of its own accord.
 */
export function countingSocket(base: typeof WebSocket, onFrame: (frame: 'update' | 'answer') => void): typeof WebSocket {
  return class CountingSocket extends base {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      const frame = data instanceof Uint8Array && this.readyState === this.OPEN ? countedFrame(data) : null;
      if (frame) onFrame(frame);
      super.send(data as ArrayBufferView<ArrayBuffer>);
    }
  };
}
