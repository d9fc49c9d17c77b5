// SPDX-License-Identifier: GPL-2.0-or-later
// joined_style.mjs - The style sheet as it is served: the parts of styles/ behind each other, in one file.
//
//   node joined_style.mjs TREE
//
// A browser asks for one file, which the pages without scripts have too. What stands later counts more.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const PARTS = ['ink', 'bar', 'results', 'timeline', 'rows', 'start', 'views', 'sheets', 'reader', 'plain', 'sizes', 'print'];

/// The licence line stays, once.
export function joined() {
  const [first, ...others] = PARTS.map((part) => fs.readFileSync(fileURLToPath(new URL(`styles/${part}.css`, import.meta.url)), 'utf8'));
  return [first, ...others.map((text) => text.replace(/^\/\* SPDX.*\n/, ''))].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) fs.writeFileSync(path.join(process.argv[2], 'style.css'), joined());
