// SPDX-License-Identifier: GPL-2.0-or-later
// html.js - The one door to lit-html, so that a change of library is a change of this file.
import { render } from './vendor/lit-html/lit-html.js';
export { html, svg, render, nothing } from './vendor/lit-html/lit-html.js';

/// Draws into `root`, where nodes are kept by their place. Controls then show what their attributes say, whatever was
/// done to them, and the focus stays with the value that had it (`data-value`), wherever in a list it stands now.
export function draw(template, root) {
  const { value } = document.activeElement.dataset;
  render(template, root);
  for (const x of root.querySelectorAll('input, option')) {
    if (x.type === 'checkbox') x.checked = x.defaultChecked;
    else if (!x.type) x.selected = x.defaultSelected;
    else if (x.value !== x.defaultValue) x.value = x.defaultValue;
  }
  if (!value || document.activeElement.dataset.value === value) return;
  for (const x of root.querySelectorAll(`[data-value="${CSS.escape(value)}"]`)) x.focus();  // Hidden ones do not take it.
}
