import { dirname } from 'node:path';
import { findProjectFile } from '../platform/files/project-file.js';

/** @returns the folder of the built console, or undefined when it was not built */
export function findBuiltConsole(): string | undefined {
  const page = findProjectFile('dist/console/index.html');
  return page && dirname(page);
}
