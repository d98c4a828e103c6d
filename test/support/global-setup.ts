// Once a run: the real services that the tests stand on.
import type { TestProject } from 'vitest/node';
import { startServices } from './services.run.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { services, stop } = await startServices();
  project.provide('services', services);
  return stop;
}
