import type { Reporter, TestModule } from 'vitest/node';

/** Prints `N passed, N failed` as the last line: the form every CI can read. A skipped test or a file that did not load counts as failed. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0;
    let failed = 0;
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        if (test.result().state === 'passed') passed += 1;
        else failed += 1;
      }
    }
    process.on('exit', () => console.log(`\n${passed} passed, ${failed} failed`));
  }
}
