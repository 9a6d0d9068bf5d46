// Loaded into every measured server, ours and the peers', by `node --expose-gc --import`: answers how much memory the process has after a
// collection, and takes processor profiles. It does nothing until it is asked.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';

const session = new Session();

const answers = {
  memory() {
    // Twice: what finalizers let go of goes with the second.
    globalThis.gc();
    globalThis.gc();
    return process.memoryUsage();
  },
  startProfile() {
    session.connect();
    session.post('Profiler.enable');
    session.post('Profiler.start');
    return true;
  },
  stopProfile(file) {
    session.post('Profiler.stop', (_error, result) => writeFileSync(file, JSON.stringify(result.profile)));
    session.disconnect();
    return true;
  },
};

process.on('message', ({ id, question, value }) => {
  if (question in answers) process.send({ id, answer: answers[question](value) });
});
// The line to the benchmark must not keep the server from ending.
process.channel?.unref();
