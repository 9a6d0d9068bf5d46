import net from 'node:net';
import { findControlAddress } from './controlAddress';
import { type ControlAnswer, type ControlRequest, controlAnswerSchema, lineLimit } from './controlProtocol';

const patience = 15_000;

/**
 * Asks the server that runs on this data directory. Null when none does. Rejects when it is there and does not answer in time, or not
 * in the agreed form.
 */
export async function askControl(dataDir: string, request: ControlRequest): Promise<ControlAnswer | null> {
  const address = await findControlAddress(dataDir);
  return address === null ? null : ask(address, request);
}

function ask(address: string, request: ControlRequest): Promise<ControlAnswer | null> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(address);
    let received = '';
    socket.setEncoding('utf8');
    socket.setTimeout(patience, () => socket.destroy(new Error('The running server did not answer.')));
    socket.on('connect', () => socket.write(`${JSON.stringify(request)}\n`));
    socket.on('data', (chunk: string) => {
      received += chunk;
      if (received.length > lineLimit) socket.destroy(new Error('The running server answered too much.'));
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // The file of a server that was killed answers nobody.
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(null);
      else reject(error);
    });
    socket.on('end', () => {
      try {
        resolve(controlAnswerSchema.parse(JSON.parse(received)));
      } catch (cause) {
        reject(new Error('The running server gave an answer of another form: is it of another version?', { cause }));
      }
      socket.destroy();
    });
  });
}
