import type { RunningServer } from './candidate';
import { PinnedProcess } from './pinnedProcess';

/** How a server's process is started, and what it prints when it is ready. */
type Program = { file: string; env: Record<string, string>; ready: RegExp };

type About = Pick<RunningServer, 'maps' | 'wire' | 'address' | 'headersOf'>;

/** Starts a server that can be killed and started again; `removeData` is called once it is not needed any more. */
export async function runServer(
  { file, env, ready }: Program,
  about: About,
  removeData: () => void | Promise<void>,
): Promise<RunningServer> {
  const launch = async (): Promise<PinnedProcess> => {
    const launched = new PinnedProcess(file, env);
    await launched.printed(ready);
    return launched;
  };
  const server: RunningServer = {
    ...about,
    process: await launch(),
    kill: () => server.process.kill(),
    async restart() {
      server.process = await launch();
    },
    async dispose() {
      await server.process.kill();
      await removeData();
    },
  };
  return server;
}
