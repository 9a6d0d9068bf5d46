export type CheckResult = 'ok' | 'failing';

/** What /readyz answers. */
export type Judgement = {
  status: 'starting' | 'ready' | 'failing' | 'stopping';
  checks: Record<string, CheckResult>;
};

type Check = () => Promise<unknown> | unknown;

export type ReadinessOptions = {
  /** How long (ms) a check may take before it counts as failing. */
  patienceMs?: number;
  /** How long (ms) a judgement holds: anybody may ask, and asking must cost the database nothing. */
  holdsMs?: number;
};

/** Whether this process is to be given requests. It is not while it starts, while it stops, and while one of its checks fails. */
export class Readiness {
  private phase: 'starting' | 'ready' | 'stopping' = 'starting';
  private readonly checks = new Map<string, Check>();
  private readonly patienceMs: number;
  private readonly holdsMs: number;
  private last: { at: number; results: Promise<Judgement['checks']> } | null = null;

  constructor({ patienceMs = 2_000, holdsMs = 1_000 }: ReadinessOptions = {}) {
    this.patienceMs = patienceMs;
    this.holdsMs = holdsMs;
  }

  /** `check` throws, or gives false, when something is wrong. */
  add(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  started(): void {
    if (this.phase === 'starting') this.phase = 'ready';
  }

  stopping(): void {
    this.phase = 'stopping';
  }

  async judge(): Promise<Judgement> {
    // What is not open yet, or closing, is not asked.
    if (this.phase !== 'ready') return { status: this.phase, checks: {} };
    const now = performance.now();
    if (!this.last || now - this.last.at >= this.holdsMs) this.last = { at: now, results: this.runAll() };
    const checks = await this.last.results;
    if (this.phase !== 'ready') return { status: this.phase, checks };
    return { status: Object.values(checks).includes('failing') ? 'failing' : 'ready', checks };
  }

  private async runAll(): Promise<Judgement['checks']> {
    const results = [...this.checks].map(async ([name, check]) => [name, await this.run(check)] as const);
    return Object.fromEntries(await Promise.all(results));
  }

  private async run(check: Check): Promise<CheckResult> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), this.patienceMs);
    });
    try {
      return (await Promise.race([Promise.resolve().then(check), tooLate])) === false ? 'failing' : 'ok';
    } catch {
      return 'failing';
    } finally {
      clearTimeout(timer);
    }
  }
}
