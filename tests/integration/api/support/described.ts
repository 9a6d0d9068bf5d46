import { afterAll, beforeAll } from 'vitest';
import { randomRuns } from '@/tests/builders/randomRuns';
import { ApiProcess } from './apiProcess';
import { Description } from './description';

/** A server for all tests of a file, and the description that it gives of itself. */
export function serveDescribedApi() {
  let started: { api: ApiProcess; description: Description } | undefined;
  const requireStarted = () => {
    if (!started) throw new Error('the server has not been started');
    return started;
  };
  beforeAll(async () => {
    const api = await ApiProcess.start();
    started = { api, description: new Description((await api.call('GET', '/openapi.json')).json) };
  });
  afterAll(() => started?.api.stop());
  return {
    get api(): ApiProcess {
      return requireStarted().api;
    },
    get description(): Description {
      return requireStarted().description;
    },
  };
}

/** How many random requests, or sequences of them, a test sends. */
export const runs = (times = 1) => randomRuns(8, times);
