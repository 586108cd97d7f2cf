import { AsyncLocalStorage } from 'node:async_hooks';

/** Each case lives in a time of its own, so that months of steps can follow each other without a pause. */
export class OwnTime {
  private readonly current = new AsyncLocalStorage<string>();
  private readonly times = new Map<string, number>();

  constructor(private readonly beginning: string) {}

  /** The wall clock of whatever runs `as` a case. */
  readonly wall = (): Date => {
    const caseId = this.current.getStore();
    return new Date((caseId && this.times.get(caseId)) || Date.parse(this.beginning));
  };

  as<T>(caseId: string, work: () => Promise<T>): Promise<T> {
    return this.current.run(caseId, work);
  }

  moveTo(caseId: string, instant: string): void {
    this.times.set(caseId, Math.max(Date.parse(instant), this.times.get(caseId) ?? 0));
  }
}
