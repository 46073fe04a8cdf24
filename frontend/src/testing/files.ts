/** The page's own source files, for tests that hold rules over all of them. */
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

export interface SourceFile {
  /** Path below src, with forward slashes. */
  path: string;
  absolute: string;
}

export function sourceFiles(wanted: RegExp): SourceFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((absolute) => ({ absolute, path: relative(root, absolute).replaceAll('\\', '/') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
