import { Counter, type Registry } from 'prom-client';

export type AuthCounters = {
  /** Somebody signed in, or tried to. `outcome`: `succeeded`, or the key of the sentence that says why not. */
  signIn(way: string, outcome: string): void;
  /** An attempt was one too many for a limit. */
  limited(limit: string): void;
};

export function createAuthCounters(registry: Registry): AuthCounters {
  const signIns = new Counter({
    name: 'wegmarke_sign_ins_total',
    help: 'Sign-ins and attempts, by way (password, guest, …) and outcome.',
    labelNames: ['way', 'outcome'],
    registers: [registry],
  });
  const limited = new Counter({
    name: 'wegmarke_limit_refusals_total',
    help: 'Requests that were refused because there had been too many, by limit.',
    labelNames: ['limit'],
    registers: [registry],
  });
  return {
    signIn: (way, outcome) => signIns.inc({ way, outcome }),
    limited: (limit) => limited.inc({ limit }),
  };
}
