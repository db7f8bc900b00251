/** Runs a piece of work some time after it was last asked for; what is running by then is told to stop. */
export class RefreshLoop {
  readonly #work: (isStale: () => boolean) => Promise<void>;
  readonly #failed: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #generation = 0;

  constructor(work: (isStale: () => boolean) => Promise<void>, failed: (error: unknown) => void) {
    this.#work = work;
    this.#failed = failed;
  }

  /** Asks for a run after a pause in which nobody asks again. */
  ask(pauseMilliseconds: number): void {
    clearTimeout(this.#timer);
    const generation = ++this.#generation;
    const isStale = () => generation !== this.#generation;
    this.#timer = setTimeout(() => {
      this.#work(isStale).catch(this.#failed);
    }, pauseMilliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#generation++;
  }
}
