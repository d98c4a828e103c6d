import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begins with the files that take longest, so that the workers end together: all screens, then the other walks, then the rest. */
export class WalksFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      moduleId.endsWith('/walks/screens.test.ts') ? 0 : moduleId.includes('/walks/') ? 1 : 2;
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
