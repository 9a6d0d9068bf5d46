import net from 'node:net';
import { findControlAddress } from './controlAddress';
import { answerLimit, type ControlAnswer, type ControlRequest, controlAnswerSchema } from './controlProtocol';

const patience = 15_000;

/**
 * Asks the server that runs on this data directory. Null when none does. Rejects when it is there and does not answer in time, or not
 * in the agreed form.
 */
export async function askControl(dataDir: string, request: ControlRequest): Promise<ControlAnswer | null> {
  const socket = await connectControl(dataDir);
  return socket === null ? null : ask(socket, request);
}

/** Whether a server runs on this data directory. */
export async function askForLife(dataDir: string): Promise<boolean> {
  const socket = await connectControl(dataDir);
  socket?.destroy();
  return socket !== null;
}

/** A connection to the server that runs on this data directory. Null when none does. */
export async function connectControl(dataDir: string): Promise<net.Socket | null> {
  const address = await findControlAddress(dataDir);
  if (address === null) return null;
  return new Promise((resolve, reject) => {
    const socket = net.connect(address);
    const onError = (error: NodeJS.ErrnoException): void => {
      // The file of a server that was killed answers nobody.
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(null);
      else reject(error);
    };
    socket.once('error', onError);
    socket.once('connect', () => {
      socket.off('error', onError);
      resolve(socket);
    });
  });
}

function ask(socket: net.Socket, request: ControlRequest): Promise<ControlAnswer> {
  return new Promise((resolve, reject) => {
    let received = '';
    socket.setEncoding('utf8');
    socket.setTimeout(patience, () => socket.destroy(new Error('The running server did not answer.')));
    socket.write(`${JSON.stringify(request)}\n`);
    socket.on('data', (chunk: string) => {
      received += chunk;
      if (received.length > answerLimit) socket.destroy(new Error('The running server answered too much.'));
    });
    socket.on('error', reject);
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
