// SPDX-License-Identifier: GPL-2.0-or-later
// keys.js - Single-key shortcuts.
//
// They can be switched off, the question mark included (WCAG 2.1.4). j and k move real focus to the headline links, so that
// Enter, a screen reader and Ctrl-click do what they always do.

import { chosen } from './chosen.js';

const $ = (selector) => document.querySelector(selector);
const TYPING = 'input:not([type=checkbox]):not([type=range]), textarea, select, [contenteditable]';

const openDialog = async (dialog) => (await import('./views/popups.js')).openKeys(dialog);

/// Listens on the document.
export function connectKeys({ box, dialog }) {
  const press = (selector) => () => $(selector)?.click();
  function step(by) {
    if ($('.crumbs')) return press(`.crumbs a[rel=${by > 0 ? 'next' : 'prev'}]`)();
    const links = [...document.querySelectorAll('a.open')], focused = document.activeElement.closest('.hit')?.querySelector('a.open');
    const i = links.indexOf(focused), next = i < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, i + by));
    links[next]?.focus();
    links[next]?.closest('.hit').scrollIntoView({ block: 'nearest' });
  }
  /// Opens and closes those of the focused result or the first; in an article, goes to their list.
  function versions() {
    const to = ($('.hit:focus-within') ?? document).querySelector('.vers summary, .vlist a');
    to?.focus();
    if (to?.matches('summary')) to.click();
  }
  const acts = {
    '/': () => { box.focus(); box.select(); },
    j: () => step(1),
    k: () => step(-1),
    o: () => document.activeElement.closest('a.open')?.click(),
    u: press('[data-back]'),
    n: press('[data-hit="1"]'),
    p: press('[data-hit="-1"]'),
    c: press('[data-cite]'),
    v: versions,
    '?': () => openDialog(dialog),
  };
  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
    if (e.target.closest(TYPING) || $('dialog[open]')) return;
    if (chosen('keys') === 'off' || !acts[e.key]) return;
    e.preventDefault();
    acts[e.key]();
  });
  document.addEventListener('click', (e) => e.target.closest('[data-keys]') && openDialog(dialog));
}
