/** The first byte of a whole binary WebSocket message (RFC 6455, section 5.2). */
const wholeBinary = 0x82;
/** Payload lengths up to which one byte, or two more, say it. */
const shortLength = 125;
const mediumLength = 0xffff;

/**
 * A message as it goes over the wire from a server, header and payload in one piece: made once, it is written to as many sockets as are to have
 * it. Only for connections without extensions (no compression).
 */
export function toWireFrame(message: Uint8Array): Buffer {
  const { length } = message;
  const start = length <= shortLength ? 2 : length <= mediumLength ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = wholeBinary;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(message, start);
  return frame;
}
