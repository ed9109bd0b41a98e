// Every tool with good and with wrong arguments.
import { addresses, follow } from './addresses.mjs';
import { good, wrong } from './arguments.mjs';
import { called, failing, must, say, shape } from './report.mjs';

// readsText are the tools whose text chat connectors read as JSON.
const readsText = ['search', 'fetch'];

export async function tools(client) {
  // From the list the SDK knows the schemas by which it checks all results below.
  const { tools } = await client.listTools();
  const found = new Set();
  say('tools/list', tools.map(t => t.name).join(' '));
  for (const t of tools) {
    must(t.title && t.description && t.inputSchema && t.outputSchema && t.annotations.readOnlyHint, `${t.name} lacks a part`);
    must(good[t.name] && wrong[t.name], `${t.name} has no arguments in arguments.mjs`);
    for (const args of good[t.name]) {
      const result = await client.callTool({ name: t.name, arguments: args });
      const step = `${called(t.name, args)}`;
      must(!result.isError, `${step}: ${result.content[0]?.text}`);
      must(result.structuredContent, `${step}: no structured content`);
      must(result.content.length === 1 && result.content[0].type === 'text' && result.content[0].text !== '', `${step}: no text`);
      if (readsText.includes(t.name)) {
        must(JSON.stringify(JSON.parse(result.content[0].text)) === JSON.stringify(result.structuredContent), `${step}: its text is not its JSON`);
      }
      addresses(result.structuredContent, found);
      say(step, shape(result.structuredContent));
    }
    for (const args of wrong[t.name]) {
      const result = await client.callTool({ name: t.name, arguments: args });
      const step = `${called(t.name, args)}`;
      must(result.isError, `${step}: no error`);
      say(step, `isError: ${result.content[0].text}`);
    }
  }
  await follow(client, found);
  await failing('no_such_tool', () => client.callTool({ name: 'no_such_tool', arguments: {} }));
}
