import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * The cable between one person and the server, which can be pulled: a TCP relay on a port of its own. Cut, it resets every connection
 * and refuses new ones, which a browser's own offline switch does not do to sockets that are open.
 */
export class Cable {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private whole = true;
  private port = 0;

  private constructor(target: number) {
    this.server = createServer((near) => {
      if (!this.whole) {
        near.resetAndDestroy();
        return;
      }
      const far = connect(target, '127.0.0.1');
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(socket);
        socket.on('error', () => other.destroy());
        socket.on('close', () => {
          this.sockets.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
    });
  }

  /** Lays a cable to a port of this machine. */
  static async to(target: number): Promise<Cable> {
    const cable = new Cable(target);
    cable.server.listen(0, '127.0.0.1');
    await once(cable.server, 'listening');
    const address = cable.server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    cable.port = address.port;
    return cable;
  }

  /** Where the server is reached through it. */
  get url(): string {
    return `http://localhost:${this.port}`;
  }

  cut(): void {
    this.whole = false;
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  mend(): void {
    this.whole = true;
  }

  async remove(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }
}
