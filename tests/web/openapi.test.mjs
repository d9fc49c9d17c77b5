// SPDX-License-Identifier: GPL-2.0-or-later
// openapi.test.mjs - docs/openapi.json is a description as OpenAPI 3.1 has it: a validator kept by others says so, as our own
// tests only look at what we thought of.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { packages, root } from './support.mjs';

const { Validator } = await import(packages.resolve('@seriousme/openapi-schema-validator'));
const described = () => JSON.parse(fs.readFileSync(path.join(root, 'docs/openapi.json'), 'utf8'));

test('the description of the API is valid OpenAPI 3.1', async () => {
  const validator = new Validator(), { valid, errors } = await validator.validate(described());
  assert.ok(valid, JSON.stringify(errors));
  assert.equal(validator.version, '3.1');
});
test('a description with a parameter that is nowhere would be found out', async () => {
  const broken = described();
  broken.paths['/api/v1/search'].get.parameters.push({ name: 'lost' });
  assert.equal((await new Validator().validate(broken)).valid, false);
});
