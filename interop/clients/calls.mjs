// What goes on while a call runs: progress, logging, cancellation.
import { must, say } from './report.mjs';

// long is a draft whose check takes seconds: many statements, no two the same.
const long = Array.from({ length: 1500 }, (_, i) =>
  `In ${1990 + i % 40} Meta released ${i} models of Llama under the licence that names ${i + 1} million users.[^${1 + i % 32}]`).join(' ');

export async function calls({ client, onLog }, generation) {
  await progress(client);
  await logging(client, onLog, generation);
  await cancellation(client);
}

async function progress(client) {
  const seen = [];
  await client.callTool({ name: 'check_answer', arguments: { answer: long.slice(0, 10000) } }, ...options({ onprogress: p => seen.push(p) }));
  must(seen.length > 1, `progress was told ${seen.length} times`);
  must(seen.every((p, i) => p.total === seen[0].total && (i === 0 || p.progress > seen[i - 1].progress)), 'progress does not grow');
  must(seen.at(-1).progress === seen.at(-1).total, `progress ends at ${seen.at(-1).progress} of ${seen.at(-1).total}`);
  say('progress', `grows up to the total; ${seen[0].message}`);
}

// logging asks for messages: of a session where there are sessions, else of one call.
async function logging(client, onLog, generation) {
  const seen = [];
  let told;
  const first = new Promise(resolve => { told = resolve; });
  onLog(n => { seen.push(n.params); told(); });
  const call = { name: 'read_footnote', arguments: { footnote: '99' } };
  if (generation === 'v1') {
    await client.setLoggingLevel('error');
    await client.callTool(call);
    await client.setLoggingLevel('info');
  } else {
    await client.callTool(call);
    call._meta = { 'io.modelcontextprotocol/logLevel': 'info' };
  }
  await client.callTool(call);
  await Promise.race([first, new Promise(resolve => setTimeout(resolve, 10000).unref())]);
  must(seen.length === 1, `${seen.length} messages were logged`);
  const { ms, ...rest } = seen[0].data;
  must(typeof ms === 'number', 'no time was logged');
  say('logging', `${seen[0].level} ${seen[0].logger} ${JSON.stringify(rest)}`);
}

async function cancellation(client) {
  const controller = new AbortController();
  let last = 0;
  const begun = Date.now();
  let reason = 'it ended';
  try {
    await client.callTool({ name: 'check_answer', arguments: { answer: long } }, ...options({
      signal: controller.signal,
      onprogress: p => { last = p.progress; controller.abort('enough'); },
    }));
  } catch (error) {
    reason = error.message;
  }
  must(last > 0 && reason.includes('enough'), `cancellation: ${reason}`);
  // The server has time for others at once, which it had not if it went on.
  const result = await client.callTool({ name: 'read_footnote', arguments: { footnote: '4' } });
  must(!result.isError, 'cancellation: the next call failed');
  say('cancellation', 'the call ended, the next one is answered');
  process.stderr.write(`cancellation: after ${last} statements, ${Date.now() - begun} ms\n`);
}

let options = o => [undefined, o];

// useOptions says how callTool takes its options: the first generation has the schema
// of the result before them.
export function useOptions(generation) {
  options = o => generation === 'v1' ? [undefined, o] : [o];
}
