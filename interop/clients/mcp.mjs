// A client of our MCP server that goes through all that the server offers and reports
// each step in a line:
//
//	node mcp.mjs v1|v2 stdio COMMAND ARGS...
//	node mcp.mjs v1|v2 http URL
import { calls, useOptions } from './calls.mjs';
import { connect } from './connect.mjs';
import { prompts } from './prompts.mjs';
import { must, say, shape } from './report.mjs';
import { resources } from './resources.mjs';
import { tools } from './tools.mjs';

const [generation, transport, ...target] = process.argv.slice(2);
useOptions(generation);
const connection = await connect(generation, transport, target);
const { client } = connection;
must(client.getServerVersion().version && client.getInstructions(), 'the server tells no version or no instructions');
say('connect', `${client.getServerVersion().name}, ${shape(client.getServerCapabilities())}`);
await tools(client);
await resources(client);
await prompts(client);
await calls(connection, generation);
await client.close();
say('close', 'done');
