// SPDX-License-Identifier: GPL-2.0-or-later
// plain.test.mjs - The pages without scripts: valid, accessible, and enough for what people do, in a browser that runs none.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { stage, serve, facts } from './support.mjs';
import { held } from './lab.mjs';
import { faultsOf } from './markup.mjs';

let s, know;
before(async () => {
  s = await stage();
  know = await facts(s);
});
after(() => {
  s?.close();
  assert.deepEqual(s?.errors, []);
});
const open = (address, options) => s.open(address, { javaScriptEnabled: false, ...options });
const source = (k) => encodeURIComponent(k.source);

const PAGES = {
  start: () => '/plain/search',
  list: (k) => `/plain/search?q=${k.word}`,
  'list of a period': (k) => `/plain/search?q=${k.word}&from=2000&source=${source(k)}&-lang=xx&undated=include&fold=none&offset=1&limit=2`,
  'no result': (k) => `/plain/search?q=${k.word}+zyzzyvaqux&from=2000`,
  reader: (k) => `/plain/article?id=${k.stated}&q=${k.word}&furniture=1`,
  'reader of an inferred date': (k) => `/plain/article?id=${k.inferred ?? k.stated}`,
  'reader of an undated article': (k) => `/plain/article?id=${k.undated}&q=${k.word}`,
  comparison: (k) => `/plain/compare?left=${k.stated}&right=${k.undated}&q=${k.word}`,
  'comparison of one with itself': (k) => `/plain/compare?left=${k.stated}&right=${k.stated}`,
  refused: () => '/plain/search?q=date%3A2024-13&limit=900',
  gone: () => '/plain/article?id=0000000000000000&q=a',
};
for (const [name, address] of Object.entries(PAGES)) {
  test(`${name}, plain: valid HTML without scripts, axe finds nothing, nothing shifts or scrolls sideways`, { timeout: 120000 }, async () => {
    const html = await (await fetch(s.base + address(know))).text();
    assert.deepEqual(await faultsOf(html), []);
    assert.doesNotMatch(html, /<script|\sstyle=|\son[a-z]+=/);
    await held(s, address(know));
  });
}
test('an empty archive says how to fill it', async () => {
  const empty = await serve(null);
  try {
    const answer = await fetch(`${empty.base}/plain/search`), html = await answer.text();
    assert.equal(answer.status, 503);
    assert.deepEqual(await faultsOf(html), []);
    assert.match(html, /dateline-indexer update PATH/);
  } finally {
    await empty.stop();
  }
});

const count = (p) => p.getByRole('heading', { name: /^[\d,]+ stor(y|ies) from [\d,]+ article/ });
const results = (p) => p.getByRole('main').getByRole('article');
const numbers = async (p) => (await count(p).textContent()).replaceAll(',', '').match(/\d+/g).map(Number);

test('without scripts the search box of the page leads to a plain list, and from there to an article and back', async () => {
  const p = await open('/');
  await p.getByRole('combobox', { name: 'Search the archive' }).fill(know.word);
  await p.getByRole('button', { name: 'Search' }).click();
  assert.match(p.url(), /\/search\?plain=1&q=/);
  const [stories] = await numbers(p);
  assert.ok(stories > 1);
  const second = results(p).nth(1).getByRole('heading').getByRole('link'), name = await second.textContent();
  await second.click();
  assert.equal(await p.getByRole('heading', { level: 1 }).textContent(), name);
  assert.ok(await p.getByText(`Result 2 of ${stories.toLocaleString('en')}`).isVisible());
  await p.getByRole('link', { name: 'Next result' }).click();
  assert.ok(await p.getByText(`Result 3 of ${stories.toLocaleString('en')}`).isVisible());
  await p.getByRole('link', { name: 'Back to results' }).click();
  assert.deepEqual((await numbers(p))[0], stories);
});
test('dates, order and grouping are one form, and its address holds nothing that was left blank', async () => {
  const p = await open(`/plain/search?source=${source(know)}`);
  await p.getByRole('searchbox', { name: 'Search the archive' }).fill(know.word);
  await p.getByLabel('From', { exact: true }).fill('2000');
  await p.getByRole('combobox', { name: 'Sort' }).selectOption('Oldest');
  await p.getByRole('checkbox', { name: 'Group copies of a story' }).uncheck();
  await p.getByRole('button', { name: 'Search' }).click();
  const { pathname, searchParams } = new URL(p.url());
  assert.equal(pathname, '/plain/search');
  assert.deepEqual(Object.fromEntries(searchParams), { source: know.source, q: know.word, from: '2000', sort: 'oldest', fold: 'none' });
  assert.ok(await p.getByRole('heading', { name: /^[\d,]+ articles?$/ }).isVisible());
  assert.ok(await p.getByRole('link', { name: 'Remove date since 2000' }).isVisible());
  await p.getByRole('checkbox', { name: 'Group copies of a story' }).check();
  await p.getByLabel('From', { exact: true }).fill('');
  await p.getByRole('button', { name: 'Search' }).click();
  assert.deepEqual([...new URL(p.url()).searchParams.keys()].sort(), ['q', 'sort', 'source']);
});
test('a filter is a link with its counts, which come true, and its chip takes it away', async () => {
  const p = await open(`/plain/search?q=${know.word}`), before = await numbers(p);
  const value = p.getByRole('group', { name: 'Source' }).getByRole('link', { name: know.source }).first();
  const printed = (await value.getAttribute('aria-label')).replaceAll(',', '').match(/(\d+) stor\w+ (\d+) article/).slice(1).map(Number);
  await value.click();
  assert.deepEqual(await numbers(p), printed);
  await p.getByRole('link', { name: `Remove source ${know.source}` }).click();
  assert.deepEqual(await numbers(p), before);
});
test('two articles are compared, swapped and left again', async () => {
  const p = await open(`/plain/compare?left=${know.stated}&right=${know.undated}&q=${know.word}`);
  await p.getByRole('heading', { name: /^Compare with / }).waitFor();
  for (const role of ['deletion', 'insertion']) assert.match(await p.getByRole(role).first().textContent(), /^Only in ./);
  const [left, right] = await Promise.all(['deletion', 'insertion'].map((role) => p.getByRole(role).first().textContent()));
  await p.getByRole('link', { name: 'Swap sides' }).click();
  assert.equal(await p.getByRole('deletion').first().textContent(), right);
  assert.equal(await p.getByRole('insertion').first().textContent(), left);
  await p.getByRole('link', { name: 'Back to the text' }).click();
  assert.equal(new URL(p.url()).searchParams.get('id'), know.undated);
});
test('a refused search is repaired by its link', async () => {
  const p = await open('/plain/search?q=date%3A2024-13');
  await p.getByRole('heading', { name: 'This search could not be read' }).waitFor();
  await p.getByRole('link', { name: 'Try date:2024-12' }).click();
  assert.equal(new URL(p.url()).searchParams.get('q'), 'date:2024-12');
});
test('the shell without scripts leads on from the address of an article', async () => {
  const p = await open(`/articles/${know.stated}`);
  await p.getByRole('link', { name: 'can be read' }).click();
  assert.ok(await p.getByRole('heading', { name: 'How this date is known' }).isVisible());
});
