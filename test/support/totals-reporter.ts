import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run's output with one plain line. A file that could not be run, and an error outside of any test, count as failed. */
export class TotalsReporter implements Reporter {
  #passed = 0;
  #failed = 0;
  #hasEnded = false;

  onInit(): void {
    // On exit, so that nothing can be printed after it.
    process.once('exit', () => {
      if (!this.#hasEnded) this.#failed = 1;
      if (this.#failed > 0 || this.#passed === 0) process.exitCode = 1;
      process.stdout.write(`\n${this.#passed} passed, ${this.#failed} failed\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    this.#hasEnded = true;
    this.#passed = 0;
    this.#failed = unhandledErrors.length;
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state);
      const failed = states.filter((state) => state === 'failed').length;
      this.#passed += states.filter((state) => state === 'passed').length;
      this.#failed += failed === 0 && !module.ok() ? 1 : failed;
    }
  }
}
