// The process. Bundled into build/server.mjs and started by scripts/start.mjs, which builds what is missing first.
import { openPages } from '@/lib/server/pages';
import { runServer } from '@/lib/server/runServer';

await runServer({ openPages });
