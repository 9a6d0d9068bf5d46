/** How many connections, upgrades under way included, each address has. */
export class AddressCounter {
  private readonly counts = new Map<string, number>();

  countOf(address: string): number {
    return this.counts.get(address) ?? 0;
  }

  /** Counts one more and returns what takes it back, once. */
  enter(address: string): () => void {
    this.counts.set(address, this.countOf(address) + 1);
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      const left = this.countOf(address) - 1;
      if (left > 0) this.counts.set(address, left);
      else this.counts.delete(address);
    };
  }
}
