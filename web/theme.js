// SPDX-License-Identifier: GPL-2.0-or-later
// theme.js - Sets the chosen theme before the first paint: a classic script, as a module would come too late.
try {
  const chosen = localStorage.getItem('theme');
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is switched off.
}
