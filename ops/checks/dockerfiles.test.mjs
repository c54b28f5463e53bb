import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import lint from 'dockerfilelint';
import { exists, parsed, reads, root, text } from './repository.mjs';

const FOLDER = 'src/main/docker';
const SERVICES = ['webhook-server', 'telegram-bot'];

for (const name of ['Dockerfile.native', 'Dockerfile.jvm']) {
  const path = `${FOLDER}/${name}`;
  const source = text(path);
  const file = DockerfileParser.parse(source);
  const instructions = file.getInstructions();
  const called = (keyword) => instructions.filter((one) => one.getKeyword() === keyword);
  const last = instructions.slice(instructions.findLastIndex((one) => one.getKeyword() === 'FROM'));

  test(`${name}: the language's own rules`, () => {
    assert.deepEqual(validate(source).map((problem) => problem.message), []);
  });

  test(`${name}: the linter's advice`, () => {
    // Of the options of HEALTHCHECK it cannot read the one with a hyphen, --start-period.
    const problems = lint.run(root, source.replace(/ --start-period=\d+s/, '')).filter((found) => found.line !== undefined);
    assert.deepEqual(problems.map((found) => `${found.line} ${found.rule} ${found.title}`), []);
  });

  test(`${name}: every copied path is in the repository and in what the build is sent`, () => {
    const ignored = text('.dockerignore').split('\n').filter((line) => line && !line.startsWith('#'));
    for (const copy of called('COPY').filter((one) => !one.getFlags().some((flag) => flag.getName() === 'from'))) {
      for (const path of copy.getArguments().map((argument) => argument.getValue()).slice(0, -1)) {
        assert.ok(exists(path), `${path} does not exist`);
        assert.ok(!ignored.includes(path.split('/')[0]), `${path} is in .dockerignore`);
      }
    }
  });

  test(`${name}: every module that the parent names comes along, with its sources where they are built`, () => {
    const modules = [...text('pom.xml').matchAll(/<module>(.*?)<\/module>/g)].map(([, module]) => module);
    const copied = called('COPY').flatMap((one) => one.getArguments().map((argument) => argument.getValue()));
    for (const module of modules) assert.ok(copied.includes(module) || copied.includes(`${module}/pom.xml`), module);
  });

  test(`${name}: base images are pinned, and what runs is small, non-root, stoppable and watched`, () => {
    for (const from of called('FROM')) {
      const image = from.getImage();
      assert.match(image, /:(?!latest$)[\w.-]+$/, `${image} names no version`);
    }
    const has = (keyword) => last.find((one) => one.getKeyword() === keyword);
    assert.equal(has('USER').getArguments()[0].getValue(), 'basegram');
    assert.ok(last.indexOf(has('USER')) > last.findLastIndex((one) => one.getKeyword() === 'RUN'), 'USER comes before a RUN');
    assert.equal(has('STOPSIGNAL').getArguments()[0].getValue(), 'SIGTERM');
    assert.match(has('HEALTHCHECK').getRawArgumentsContent(), /\/app\/healthcheck/);
    assert.match(has('ENTRYPOINT').getRawArgumentsContent(), /^\[/, 'a shell would keep the signal to itself');
    assert.match(has('FROM').getImage(), /slim|-jre/);
  });

  test(`${name}: variables and arguments are those of the services`, () => {
    for (const variable of called('ENV').flatMap((one) => one.getVariables())) {
      assert.ok(SERVICES.some((service) => reads(service, variable.getName())), `no service reads ${variable.getName()}`);
    }
    assert.ok(called('ARG').some((one) => one.getArguments()[0].getValue() === 'SERVICE'));
    assert.match(source, /test -[nd] "\$SERVICE/, 'a build without SERVICE must say so');
    for (const service of SERVICES) assert.ok(exists(`${service}/src/main`));
  });
}

test('the names of the executables are those that Maven makes', () => {
  for (const service of SERVICES) {
    const properties = text(`${service}/src/main/resources/application.properties`);
    assert.match(properties, new RegExp(`^quarkus.package.output-name=${service}$`, 'm'));
  }
});

test('the health check is a script that bash accepts and that may be run', () => {
  const script = join(root, FOLDER, 'healthcheck');
  execFileSync('bash', ['-n', script]);
  assert.ok(statSync(script).mode & 0o100);
});

test('compose builds from these files', () => {
  for (const [name, service] of Object.entries(parsed('docker-compose.yaml').services).filter(([, one]) => one.build)) {
    assert.ok(exists(service.build.dockerfile), service.build.dockerfile);
    assert.equal(service.build.args.SERVICE, name);
  }
});
