/** Something left out of frames from `frame` on. */
type Gap = {
  frame: number;
  /** At which clocks it has come by another way. */
  clocks: Map<number, number>;
  /** Whether the client itself has to bring it again, and how many of its answers had come when that became possible. */
  again: boolean;
  answersBefore: number | null;
  isComing: boolean;
};

/** How many of a connection's sync frames (updates and answers) are committed, and what was left out of them and has not come yet. */
export class Confirmations {
  /** Answers to the server's questions so far. */
  answers = 0;
  private received = 0;
  private committed = 0;
  private confirmed = 0;
  private gaps: Gap[] = [];
  private isUnderWay = false;
  private readonly tell: ((frames: number) => void) | null;

  /** `tell` says to the client how many of its frames are confirmed; null for one that did not ask. */
  constructor(tell: ((frames: number) => void) | null) {
    this.tell = tell;
  }

  /** One more sync frame has been taken in. Returns how many there are now. */
  countFrame(): number {
    this.received += 1;
    return this.received;
  }

  /** The first `frames` sync frames are committed. Told once for all that one commit confirms. */
  confirm(frames: number): void {
    this.committed = frames;
    this.confirmed = Math.min(frames, (this.gaps[0]?.frame ?? Number.POSITIVE_INFINITY) - 1);
    if (!this.tell || this.isUnderWay) return;
    this.isUnderWay = true;
    queueMicrotask(() => {
      this.isUnderWay = false;
      this.tell?.(this.confirmed);
    });
  }

  /**
   * Part of the last frame was left out: that frame, and those after it, are confirmed only once these clocks are reached and committed;
   * and, with `again`, once the client has answered another question after that.
   */
  noteLeftOut(clocks: ReadonlyMap<number, number>, again: boolean): void {
    const last = this.gaps.at(-1);
    const isNew = !last || last.isComing;
    const gap = isNew ? { frame: this.received, clocks: new Map(), again, answersBefore: null, isComing: false } : last;
    if (isNew) this.gaps.push(gap);
    gap.again ||= again;
    gap.answersBefore = null;
    for (const [clientId, clock] of clocks) gap.clocks.set(clientId, Math.max(clock, gap.clocks.get(clientId) ?? 0));
  }

  private hasBroughtAgain(gap: Gap, ask: () => void): boolean {
    if (!gap.again) return true;
    if (gap.answersBefore !== null) return this.answers > gap.answersBefore;
    gap.answersBefore = this.answers;
    ask();
    return false;
  }

  /**
   * What is to be called once everything up to now is committed, for each part left out that has come meanwhile. `ask` asks the client for what
   * the server lacks.
   */
  takeCompleted(clockOf: (clientId: number) => number, ask: () => void): (() => void)[] {
    const hasCome = ({ clocks }: Gap): boolean => [...clocks].every(([clientId, clock]) => clockOf(clientId) >= clock);
    const come = this.gaps.filter((gap) => !gap.isComing && hasCome(gap) && this.hasBroughtAgain(gap, ask));
    return come.map((gap) => {
      gap.isComing = true;
      return () => {
        this.gaps = this.gaps.filter((other) => other !== gap);
        this.confirm(this.committed);
      };
    });
  }

  /** Whether something that was left out has not come yet. */
  get isIncomplete(): boolean {
    return this.gaps.some(({ isComing }) => !isComing);
  }
}
