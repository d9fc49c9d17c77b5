// SPDX-License-Identifier: GPL-2.0-or-later
// support.mjs - The built programs over the sample archive on a free port, a browser, and pages that remember what went
// wrong on them.
//
// What a test searches for is asked of the archive itself, so that the sample may grow without a test being changed.
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const web = path.join(root, 'web');
/// Packages live beside the page, in web/node_modules.
export const packages = createRequire(path.join(web, 'package.json'));

const READY_WITHIN = 15000, ASK_EVERY = 50, PORTS_TRIED = 5, ADDRESS_IN_USE = 69;

function program(name) {
  const folders = process.env.DATELINE_BUILD ? [path.resolve(process.env.DATELINE_BUILD)] : ['release', 'dev'].map((p) => path.join(root, 'build', p));
  const found = folders.map((folder) => path.join(folder, name.replace('dateline-', ''), name)).find((file) => fs.existsSync(file));
  assert.ok(found, `${name} is not built; looked in ${folders.join(', ')}`);
  return found;
}
const freePort = () => new Promise((ok, fail) => {
  const server = net.createServer().on('error', fail).listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => ok(port));
  });
});

/// A server over an index of `folder` (or over an empty index), ready to be asked: {base, stop()}.
export async function serve(folder = path.join(root, 'tests/corpus/sample')) {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'dateline-web-')), index = path.join(place, 'index');
  if (folder) {
    const run = spawnSync(program('dateline-indexer'), ['update', '--quiet', '--index', index, folder], { encoding: 'utf8', cwd: place });
    assert.ok(run.status === 0 || run.status === 1, `dateline-indexer ended with ${run.status}: ${run.stderr}`);
  }
  // An empty index is never ready; there, being alive is enough.
  const probe = folder ? '/readyz' : '/healthz';
  for (let attempt = 0; attempt < PORTS_TRIED; ++attempt) {
    const server = await start(index, place, probe);
    if (server.taken) continue;
    const stop = async () => {
      await server.stop();
      fs.rmSync(place, { recursive: true, force: true });
    };
    return { base: server.base, stop };
  }
  assert.fail('dateline-server found no free port');
}
/// The server on a port that was free a moment ago, asked only after it said that it listens: another program may have
/// taken the port in between, and would answer. {base, stop()} or {taken}.
async function start(index, cwd, probe) {
  const port = await freePort(), base = `http://127.0.0.1:${port}`, until = Date.now() + READY_WITHIN;
  const child = spawn(program('dateline-server'), ['--index', index, '--listen', `127.0.0.1:${port}`], { stdio: ['ignore', 'ignore', 'pipe'], cwd });
  let said = '';
  child.stderr.on('data', (text) => { said += text; });
  const ended = new Promise((ok) => child.on('exit', ok));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  for (;;) {
    const answer = said.includes('event=listening') && await fetch(base + probe).catch(() => null);
    if (answer?.status === 200) return { base, stop };
    if (child.exitCode === ADDRESS_IN_USE) return { taken: true };
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      assert.fail(`dateline-server did not become ready: ${said}`);
    }
    await new Promise((ok) => setTimeout(ok, ASK_EVERY));
  }
}

/// {browser, base, errors, open(address, options of the context), get(path), close()}
export async function stage(folder) {
  const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
  assert.ok(fs.existsSync(chromium), `the tests of the page need a browser; ${chromium} is not there`);
  const server = process.env.DATELINE_URL ? { base: process.env.DATELINE_URL, stop: () => {} } : await serve(folder);
  const { base } = server, errors = [];
  const browser = await packages('playwright-core').chromium.launch({
    executablePath: chromium, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
  const open = async (address, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    watch(page, base, errors);
    await page.goto(base + address);
    return page;
  };
  const get = async (address) => (await fetch(base + address)).json();
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  return { browser, base, errors, open, get, close };
}
/// Writes down console errors, reports of the policy, thrown errors and requests that leave the origin. The browser's own
/// line about a refused search (400) or an address that is not there (404) is not an error of the page.
function watch(page, base, errors) {
  const expected = /the server responded with a status of (400|404|503)/;
  page.on('console', (m) => m.type() === 'error' && !expected.test(m.text()) && errors.push(m.text()));
  page.on('pageerror', (e) => errors.push(e.message));
  page.on('request', (r) => !r.url().startsWith(base) && !r.url().startsWith('data:') && errors.push(`foreign request ${r.url()}`));
}
/// Waits until the page of the address stands.
export const drawn = (page) => page.waitForSelector('main:not([aria-busy]) > *:not(.boot)');

/// What the archive can be asked: {word, fewer, source, second, person, stated, inferred, undated, story, versions}.
///
/// `word` is in many articles and `fewer` in some of them; the next three are ids of articles whose date is so known.
/// `story` is the row of the most copied story, `versions` its members.
export async function facts({ get }) {
  const all = await get('/api/v1/search?limit=200&facets=source,person&highlight=none');
  const counts = new Map();
  for (const a of all.results) {
    for (const word of new Set(`${a.title} ${a.snippet}`.toLowerCase().match(/\b[a-z]{5,}\b/g))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const frequent = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const totals = [];
  for (const word of frequent.slice(0, 12)) totals.push([word, (await get(`/api/v1/search?limit=0&q=${word}`)).total.articles]);
  const [word] = totals.sort((a, b) => b[1] - a[1])[0];
  let fewer;
  for (const other of frequent.slice(0, 60)) {
    const both = await get(`/api/v1/search?limit=0&q=${encodeURIComponent(`${word} ${other}`)}`);
    const alone = await get(`/api/v1/search?limit=0&q=${word}`);
    if (other !== word && both.total.articles > 1 && both.total.articles < alone.total.articles) { fewer = other; break; }
  }
  const one = async (certainty) => (await get(`/api/v1/search?limit=1&undated=${certainty === 'none' ? 'only' : 'exclude'}&certainty=${certainty}`)).results[0]?.id;
  const sources = (await get(`/api/v1/search?limit=0&q=${word}&facets=source`)).facets.source;
  const story = (await get('/api/v1/search?limit=1&sort=copies&highlight=none')).results[0];
  return {
    story, versions: (await get(`/api/v1/stories/${story.story.id}`)).members,
    word, fewer, source: sources[0].label, second: sources[1].label, person: all.facets.person[0],
    stated: await one('stated'), inferred: await one('inferred'), undated: await one('none'),
  };
}
