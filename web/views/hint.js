// SPDX-License-Identifier: GPL-2.0-or-later
// hint.js - A refused search, repaired by the server's hint.

/// The code points `text` with the hint in place of the fault. Where the hint is the whole clause, it repeats what stands
/// around the fault and takes the place of that too.
export function withHint(text, { start, end, hint }) {
  const before = text.slice(0, start).join(''), after = text.slice(end).join('');
  let lead = hint.length, tail = 0;
  while (!before.endsWith(hint.slice(0, lead))) lead--;
  while (!after.startsWith(hint.slice(tail))) tail++;
  return before.slice(0, before.length - lead) + hint + after.slice(hint.length - tail);
}
