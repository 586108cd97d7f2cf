/** Leadership of one job among the processes that could do it. Wall clock. */
export interface LeaseStore {
  /** Takes the lease when it is free, has run out or is already this holder's, until `until`. */
  take(name: string, holder: string, now: Date, until: Date): Promise<boolean>;
  /** Gives it back, if it is still this holder's. */
  release(name: string, holder: string): Promise<void>;
}
