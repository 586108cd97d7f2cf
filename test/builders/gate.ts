/** A place where something stands still until the test lets it go. */
export class Gate {
  private arrive: () => void = () => undefined;
  private open: () => void = () => undefined;
  readonly arrived = new Promise<void>((resolve) => (this.arrive = resolve));
  private readonly opened = new Promise<void>((resolve) => (this.open = resolve));

  async pass(): Promise<void> {
    this.arrive();
    await this.opened;
  }
  letGo(): void {
    this.open();
  }
}
