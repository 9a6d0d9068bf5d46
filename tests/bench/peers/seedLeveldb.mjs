// Writes documents into the LevelDB that y-websocket-server reads, with its own code. On standard input: for each document a line of JSON
// {name, sizes}, then so many updates of these sizes; `flush` merges them. YPERSISTENCE names the folder.
import { getPersistence } from '@y/websocket-server/utils';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const input = Buffer.concat(chunks);
const { provider } = getPersistence();
for (let position = 0; position < input.length; ) {
  const end = input.indexOf(10, position);
  const { name, sizes, flush } = JSON.parse(input.subarray(position, end).toString());
  position = end + 1;
  for (const size of sizes) {
    await provider.storeUpdate(name, new Uint8Array(input.subarray(position, position + size)));
    position += size;
  }
  if (flush) await provider.flushDocument(name);
}
process.exit(0);
