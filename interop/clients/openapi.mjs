// A client that knows the server from its /openapi.json alone: it calls each operation
// there with good and with wrong arguments and holds what comes back against the
// schemas there.
//
//	node openapi.mjs URL
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { good, wrong } from './arguments.mjs';
import { called, must, say } from './report.mjs';

const [url] = process.argv.slice(2);
const document = await (await fetch(`${url}/openapi.json`)).json();
// Unknown keywords of schemas are an error, with those of OpenAPI known.
const ajv = new Ajv({ strictSchema: true, strictTypes: false, allErrors: true });
formats(ajv);
ajv.addVocabulary(['openapi', 'info', 'tags', 'paths', 'components', 'security', 'servers']);
ajv.addSchema(document, 'document');

// fits ends the run unless a value fits the schema at a place of the document.
function fits(step, pointer, value) {
  const valid = ajv.getSchema(`document#${pointer}`);
  must(valid, `${step}: nothing at ${pointer}`);
  must(valid(value), `${step}: ${ajv.errorsText(valid.errors)}`);
}

// answered checks a response: its status, its type and its body.
async function answered(step, pointer, response) {
  const status = response.ok ? '200' : `${String(response.status)[0]}XX`;
  const type = response.headers.get('content-type').split(';')[0];
  const body = await response.json();
  fits(step, `${pointer}/responses/${status}/content/${type.replace('/', '~1')}/schema`, body);
  return { status: response.status, body };
}

// query writes arguments as parts of a query.
function query(args) {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(args)) {
    for (const one of [value].flat()) if (one !== null) parts.append(name, one);
  }
  return parts;
}

const operations = Object.keys(document.paths).filter(p => p.startsWith('/v1/'));
must(operations.length === Object.keys(good).length, `${operations.length} operations`);
for (const path of operations) {
  const { post, get } = document.paths[path];
  const name = post.operationId;
  const pointer = `/paths/${path.replaceAll('/', '~1')}`;
  for (const args of [...good[name], ...wrong[name]]) {
    const step = called(name, args);
    const { status, body } = await answered(step, `${pointer}/post`, await fetch(url + path, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(args),
    }));
    must((status === 200) === good[name].includes(args), `${step}: status ${status}`);
    if (status === 200) {
      // Null stands for an argument that is left out, which no schema says.
      fits(step, `${pointer}/post/requestBody/content/application~1json/schema`, JSON.parse(JSON.stringify(args, (_, v) => v ?? undefined)));
    } else {
      say(step, `${status} ${body.code}: ${body.detail}`);
    }
    if (!get || status !== 200) continue;
    const asked = await answered(`GET ${step}`, `${pointer}/get`, await fetch(`${url}${path}?${query(args)}`));
    must(JSON.stringify(asked.body) === JSON.stringify(body), `GET ${step}: another body than POST`);
  }
  say(path, `${good[name].length} results fit their schema${get ? ', by GET, too' : ''}`);
}
for (const [path, type] of [['/', 'text/html'], ['/a/meta-open-source-strategy', 'text/html'], ['/a/meta-open-source-strategy.md', 'text/markdown'],
  ['/a/meta-open-source-strategy.txt', 'text/plain'], ['/llms.txt', 'text/plain'], ['/healthz', 'text/plain'], ['/metrics', 'text/plain'], ['/openapi.json', 'application/json']]) {
  await page(path, path.replace(/^\/a\/.*/, '/a/{article}'), 200, type);
}
await page('/a/no-such', '/a/{article}', 404, 'text/html');
for (const [method, path, reason] of [['POST', '/v1/no_such', 'no operation'], ['DELETE', '/v1/search', 'no such method']]) {
  const response = await fetch(url + path, { method });
  const body = await response.json();
  fits(reason, '/components/schemas/Problem', body);
  say(reason, `${response.status} ${body.code}: ${body.detail}`);
}

// page asks for a page and looks up whether its type is one that the document has.
async function page(path, key, status, type) {
  const response = await fetch(url + path);
  const got = response.headers.get('content-type').split(';')[0];
  const { responses } = document.paths[key].get;
  must(response.status === status && got === type, `${path}: ${response.status} ${got}`);
  must(responses[status === 200 ? '200' : `${String(status)[0]}XX`].content[got], `${path}: ${got} is not in the document`);
  must((await response.text()) !== '', `${path}: it is empty`);
  say(path, `${response.status} ${got}`);
}
