// Render's own schema is served by Render alone, under no licence: so every key is checked against its documentation, by hand
// (render.com/docs/blueprint-spec, as read in November 2026). «render blueprints validate» of Render's CLI says the last word.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import yaml from 'js-yaml';
import { exists, parsed, reads, text } from './repository.mjs';

const ROOT = ['services', 'databases', 'envVarGroups', 'projects', 'ungrouped', 'previews'];
const SERVICE = [
  'type', 'name', 'runtime', 'region', 'plan', 'branch', 'repo', 'rootDir', 'buildFilter', 'autoDeployTrigger', 'domains', 'envVars',
  'numInstances', 'scaling', 'preDeployCommand', 'dockerCommand', 'dockerContext', 'dockerfilePath', 'registryCredential',
  'healthCheckPath', 'maxShutdownDelaySeconds', 'disk', 'previews',
];
const REGIONS = ['oregon', 'ohio', 'virginia', 'frankfurt', 'singapore'];
const PLANS = ['starter', 'standard', 'pro', 'pro plus', 'pro max', 'pro ultra']; // free has neither disk nor shutdown delay
const DATABASE = ['name', 'plan', 'region', 'databaseName', 'user', 'postgresMajorVersion', 'ipAllowList', 'diskSizeGB', 'readReplicas'];
/** What fromService may ask of a service, by its type, besides envVarKey. */
const PROPERTIES = { web: ['host', 'port', 'hostport'], pserv: ['host', 'port', 'hostport'] };
/** Set by Render in every web service. */
const OWN = ['RENDER_EXTERNAL_URL', 'RENDER_EXTERNAL_HOSTNAME'];
/** What only the image's build reads. */
const BUILD = ['SERVICE', 'NATIVE_OPTIONS'];

const only = (object, keys, where) => {
  for (const key of Object.keys(object)) assert.ok(keys.includes(key), `${where}: Render documents no key «${key}»`);
};

/** The blueprint as it stands, and with its PostgreSQL parts switched on as its comments say. */
const postgres = () => yaml.load(
  text('render.yaml')
    .replace(/ {4}disk:.*\n(?: {6}.*\n){3}/, '')
    .replace(/^(\s*)# (- key: DATABASE_URL|  fromDatabase:|    name: basegram|    property: connectionString|databases:|  - name: basegram|    plan: basic.*|    region: \*region)$/gm, '$1$2'),
);

for (const [title, blueprint] of [['as it is', parsed('render.yaml')], ['with PostgreSQL', postgres()]]) {
  test(`render.yaml ${title}: documented keys and values alone`, () => {
    only(blueprint, ROOT, 'root');
    for (const service of blueprint.services) {
      only(service, SERVICE, service.name);
      assert.ok(['web', 'pserv'].includes(service.type));
      assert.equal(service.runtime, 'docker');
      assert.ok(PLANS.includes(service.plan), `${service.name}: plan ${service.plan}`);
      assert.ok(REGIONS.includes(service.region), `${service.name}: region ${service.region}`);
      if (service.disk) {
        only(service.disk, ['name', 'mountPath', 'sizeGB'], 'disk');
        assert.equal(service.maxShutdownDelaySeconds, undefined, 'Render refuses it for a service with a disk');
        assert.ok((service.numInstances ?? 1) === 1, 'a service with a disk is one instance');
      }
      if (service.maxShutdownDelaySeconds !== undefined) {
        assert.ok(service.maxShutdownDelaySeconds >= 1 && service.maxShutdownDelaySeconds <= 300);
      }
    }
    for (const database of blueprint.databases ?? []) only(database, DATABASE, 'database');
    for (const group of blueprint.envVarGroups) only(group, ['name', 'envVars'], 'group');
  });

  test(`render.yaml ${title}: every reference leads somewhere`, () => {
    const groups = new Set(blueprint.envVarGroups.map((group) => group.name));
    const databases = new Set((blueprint.databases ?? []).map((database) => database.name));
    for (const service of blueprint.services) {
      assert.ok(exists(service.dockerfilePath), service.dockerfilePath);
      for (const variable of service.envVars) {
        const { key, fromGroup, fromService, fromDatabase, ...rest } = variable;
        only(rest, ['value', 'sync', 'generateValue'], `${service.name} ${key}`);
        if (fromGroup) assert.ok(groups.has(fromGroup), fromGroup);
        if (fromService) {
          only(fromService, ['type', 'name', 'property', 'envVarKey'], key);
          assert.ok(blueprint.services.some((other) => other.name === fromService.name && other.type === fromService.type), key);
          assert.ok(fromService.property ? PROPERTIES[fromService.type].includes(fromService.property) : OWN.includes(fromService.envVarKey));
        }
        if (fromDatabase) {
          assert.ok(databases.has(fromDatabase.name), fromDatabase.name);
          assert.equal(fromDatabase.property, 'connectionString');
        }
      }
    }
  });

  test(`render.yaml ${title}: each service is given what it reads, and what it cannot start without`, () => {
    const grouped = blueprint.envVarGroups.flatMap((group) => group.envVars);
    for (const service of blueprint.services) {
      const given = service.envVars.flatMap((one) => (one.fromGroup ? grouped : [one])).map((one) => one.key);
      for (const key of given) assert.ok(BUILD.includes(key) || reads(service.name, key), `${service.name} does not read ${key}`);
      const needed = service.name === 'telegram-bot'
        ? ['TELEGRAM_BOT_TOKEN', 'AIRTABLE_TOKEN', 'AIRTABLE_BASE_ID', 'BASEGRAM_SECRET', 'WEBHOOK_URL', 'SERVICE']
        : ['BASEGRAM_SECRET', 'BOT_HOSTPORT', 'SERVICE'];
      for (const key of needed) assert.ok(given.includes(key), `${service.name} lacks ${key}`);
    }
    assert.equal(grouped.find((one) => one.key === 'BASEGRAM_SECRET').generateValue, true);
  });

  test(`render.yaml ${title}: a deployment loses nothing`, () => {
    const [door, bot] = blueprint.services;
    assert.equal(door.healthCheckPath, '/q/health/live');
    const seconds = (service, key) => Number(text(`${service}/src/main/resources/application.properties`).match(new RegExp(`^quarkus.shutdown.${key}=(\\d+)s`, 'm'))[1]);
    assert.ok(door.maxShutdownDelaySeconds > seconds('webhook-server', 'delay') + seconds('webhook-server', 'timeout'));
    assert.ok(seconds('telegram-bot', 'delay') + seconds('telegram-bot', 'timeout') + 15 <= 30, 'the bot drains within what Render grants');
    assert.ok(bot.disk ? text('src/main/docker/Dockerfile.native').includes(`sqlite:${bot.disk.mountPath}/`) : bot.envVars.some((one) => one.key === 'DATABASE_URL'));
  });
}
