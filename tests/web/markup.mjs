// SPDX-License-Identifier: GPL-2.0-or-later
// markup.mjs - What is wrong with a page as HTML.
import { packages } from './support.mjs';

const { HtmlValidate } = packages('html-validate');
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'prefer-native-element': ['error', { exclude: ['listbox'] }], 'void-style': 'off', 'no-inline-style': 'error', 'aria-label-misuse': ['error', { allowAnyNamable: true }], 'long-title': 'off',
    'no-implicit-button-type': 'error', 'no-trailing-whitespace': 'error',
  },
});
/// One line a fault: "12: no-dup-id: …".
export const faultsOf = async (html) =>
  (await validator.validateString(html)).results.flatMap((r) => r.messages.map((m) => `${m.line}: ${m.ruleId}: ${m.message}`));
