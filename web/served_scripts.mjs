// SPDX-License-Identifier: GPL-2.0-or-later
// served_scripts.mjs - Our scripts as they are served: remarks, blanks and long names of locals are left out.
//
//   node served_scripts.mjs PACKAGES TREE FILE...
//
// Every file is made small by itself, so modules keep their names and are fetched when they are needed; nothing is
// bundled. PACKAGES is the folder that holds terser. Files are named from the folder they are in now, which they keep
// in TREE.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/// What a browser is sent for the module `text`; the licence line stays.
export async function served(text, { minify }) {
  const { code } = await minify(text, { module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: /SPDX/ } });
  return code;
}
export const terserOf = (packages) => import(pathToFileURL(path.resolve(packages, 'terser/main.js')));

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  const [packages, tree, ...files] = process.argv.slice(2), terser = await terserOf(packages);
  for (const file of files) fs.writeFileSync(path.join(tree, file), await served(fs.readFileSync(file, 'utf8'), terser));
}
