import net from 'node:net';

/** An owner that accepts but says nothing within this time (ms) is alive all the same. */
const patience = 2_000;

/** Listens on a socket's path or a pipe's name. Rejects with the system's error. */
export function listen(server: net.Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      // Later errors concern one asker each; the lock stands.
      server.on('error', () => {});
      resolve();
    });
  });
}

/** Asks whoever listens there for its process id. Nobody there, or nothing there: not alive. In doubt: alive. */
export function askOwner(address: string): Promise<{ alive: boolean; pid: string | null }> {
  return new Promise((resolve) => {
    let said = '';
    const answer = (alive: boolean): void => {
      socket.destroy();
      resolve({ alive, pid: /^\d+$/.test(said) ? said : null });
    };
    const socket = net.connect(address);
    socket.setEncoding('utf8');
    socket.setTimeout(patience, () => answer(true));
    socket.on('data', (text: string) => {
      said += text;
    });
    socket.on('end', () => answer(true));
    socket.on('error', (error: NodeJS.ErrnoException) => answer(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'));
  });
}
