import { once } from 'node:events';
import net from 'node:net';

/** A mail server that takes every message, or refuses every one. */
export type MailServer = { url: string; messages: string[]; close(): void };

/** Speaks as much SMTP as nodemailer needs. */
export async function startMailServer(options: { refuses?: boolean } = {}): Promise<MailServer> {
  const messages: string[] = [];
  const server = net.createServer((socket) => {
    let data: string | null = null;
    let rest = '';
    socket.setEncoding('utf8');
    socket.on('error', () => socket.destroy());
    socket.write('220 test ESMTP\r\n');
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (data !== null) {
          if (line === '.') {
            messages.push(data);
            data = null;
            socket.write('250 taken\r\n');
          } else data += `${line}\n`;
        } else if (/^DATA/i.test(line)) {
          data = '';
          socket.write('354 go on\r\n');
        } else if (/^RCPT/i.test(line) && options.refuses) socket.write('550 nobody here\r\n');
        else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `smtp://127.0.0.1:${address.port}`, messages, close: () => server.close() };
}
