// Every resource, and each template with the first completion of each argument.
import { failing, must, say } from './report.mjs';

export async function resources(client) {
  const { resources } = await client.listResources();
  for (const r of resources) {
    const { contents } = await client.readResource({ uri: r.uri });
    must(contents.length === 1 && contents[0].uri === r.uri && contents[0].mimeType === r.mimeType, `${r.uri}: another content`);
    must(new TextEncoder().encode(contents[0].text).length === r.size, `${r.uri}: its size is not ${r.size}`);
    say('resource', `${r.uri} ${r.mimeType}`);
  }
  const { resourceTemplates } = await client.listResourceTemplates();
  for (const t of resourceTemplates) await template(client, t);

  for (const uri of ['footnote:no-such', `${resources[0].uri}/footnote/99`, `${resources[0].uri}/section/no-such`, `${resources[0].uri}/fact/no/such`, `${resources[0].uri}/page/1`, 'file:///etc/passwd']) {
    await failing(`resource ${uri}`, () => client.readResource({ uri }));
  }
  await failing('completion of no template', () => complete(client, 'footnote:{nothing}', 'nothing', '', {}));
  await failing('completion of no argument', () => complete(client, resourceTemplates[0].uriTemplate, 'nothing', '', {}));
}

// template completes the arguments of a template from left to right, as an editor
// does, and reads what comes of it.
async function template(client, t) {
  const chosen = {};
  for (const [, name] of t.uriTemplate.matchAll(/\{\+?(\w+)\}/g)) {
    const all = await complete(client, t.uriTemplate, name, '', chosen);
    must(all.values.length > 0 && all.values.length <= 100 && all.total >= all.values.length, `${t.name}: completion of ${name} has ${all.values.length} of ${all.total}`);
    must(Boolean(all.hasMore) === all.total > all.values.length, `${t.name}: hasMore of ${name} is ${all.hasMore}`);
    const value = all.values.at(-1);
    const some = await complete(client, t.uriTemplate, name, value.slice(0, -1).toUpperCase(), chosen);
    must(some.values.includes(value), `${t.name}: ${name} ${value} is not completed from its beginning`);
    const none = await complete(client, t.uriTemplate, name, 'no such', chosen);
    must(none.values.length === 0, `${t.name}: ${name} is completed from nothing`);
    chosen[name] = value;
  }
  const uri = t.uriTemplate.replace(/\{(\+?)(\w+)\}/g, (_, plus, name) => plus ? encodeURI(chosen[name]) : encodeURIComponent(chosen[name]));
  const { contents } = await client.readResource({ uri });
  must(contents.length === 1 && contents[0].mimeType === t.mimeType && contents[0].text !== '', `${uri}: another content`);
  if (t.mimeType === 'application/json') JSON.parse(contents[0].text);
  say('template', `${t.uriTemplate} completed and read, ${t.mimeType}`);
}

async function complete(client, uri, name, value, chosen) {
  const { completion } = await client.complete({
    ref: { type: 'ref/resource', uri }, argument: { name, value }, context: { arguments: chosen },
  });
  return completion;
}
