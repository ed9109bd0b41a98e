// Every prompt, with what it needs and without.
import { failing, must, say } from './report.mjs';

const values = {
  question: 'Is there a size above which a company needs its own Llama licence?',
  draft: 'Llama 2 was released in July 2022.[^3]',
  tokens: '500',
};

export async function prompts(client) {
  const { prompts } = await client.listPrompts();
  for (const p of prompts) {
    const needed = p.arguments.filter(a => a.required).map(a => a.name);
    await got(client, p, needed);
    await got(client, p, p.arguments.map(a => a.name));
    for (const name of needed) {
      const others = Object.fromEntries(p.arguments.filter(a => a.name !== name).map(a => [a.name, values[a.name]]));
      await failing(`prompt ${p.name} without ${name}`, () => client.getPrompt({ name: p.name, arguments: others }));
    }
    for (const a of p.arguments) {
      const { completion } = await client.complete({ ref: { type: 'ref/prompt', name: p.name }, argument: { name: a.name, value: 'a' } });
      must(completion.values.length === 0, `${p.name}: ${a.name} is completed`);
    }
  }
  await failing('prompt answer_with_citations with tokens many', () => client.getPrompt({ name: 'answer_with_citations', arguments: { question: 'why', tokens: 'many' } }));
  await failing('prompt no_such', () => client.getPrompt({ name: 'no_such', arguments: {} }));
  await failing('completion of no prompt', () => client.complete({ ref: { type: 'ref/prompt', name: 'no_such' }, argument: { name: 'a', value: '' } }));
}

async function got(client, p, names) {
  const result = await client.getPrompt({ name: p.name, arguments: Object.fromEntries(names.map(n => [n, values[n]])) });
  must(result.messages.length > 0 && result.messages.every(m => m.role === 'user' && m.content.type === 'text' && m.content.text !== ''), `${p.name}: no text`);
  for (const n of names.filter(n => n !== 'tokens' && !(p.name === 'check_draft' && n === 'question'))) {
    must(result.messages[0].content.text.includes(values[n]), `${p.name}: its text lacks the ${n}`);
  }
  say(`prompt ${p.name} with ${names.join(', ')}`, `${result.messages.length} message of the user`);
}
