import { Counter, Gauge, type Registry } from 'prom-client';

/** Work that comes round by itself. */
export type JobCounters = {
  /** A round of a job has ended. */
  ended(job: string, worked: boolean): void;
};

export function createJobCounters(registry: Registry): JobCounters {
  const runs = new Counter({
    name: 'wegmarke_job_runs_total',
    help: 'Rounds of recurring work, by job and result.',
    labelNames: ['job', 'result'],
    registers: [registry],
  });
  const last = new Gauge({
    name: 'wegmarke_job_last_success_timestamp_seconds',
    help: 'When a job last went well (Unix time).',
    labelNames: ['job'],
    registers: [registry],
  });
  return {
    ended(job, worked) {
      runs.inc({ job, result: worked ? 'done' : 'failed' });
      if (worked) last.set({ job }, Date.now() / 1000);
    },
  };
}
