// What a client tells of what it saw: a line for each step, without what varies from
// one run to the next (times, scores, texts of the articles).

// say prints a line of the report.
export function say(step, what) {
  process.stdout.write(`${step}: ${what}\n`);
}

// shape tells of a value what a client relies on: of an object its keys with what is
// behind them, of a list how long it is, of a truth value which. How much of a list is
// left of a result that was cut depends on how long the addresses in it are.
export function shape(value) {
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `${value.length}`;
  if (typeof value !== 'object') return typeof value;
  return Object.keys(value).map(k => {
    if (Array.isArray(value[k])) return value.cut ? `${k} cut` : `${k} ${shape(value[k])}`;
    return `${k} ${typeof value[k] === 'object' && value[k] !== null ? '{}' : shape(value[k])}`;
  }).join(', ');
}

// called tells of a call in short.
export function called(name, args) {
  return `${name} ${JSON.stringify(args, (_, v) => typeof v === 'string' && v.length > 40 ? v.slice(0, 40) + '…' : v)}`;
}

// failure tells of an error of the protocol: its code and the sentence for people.
// The two generations of the SDK put different words before it.
export function failure(error) {
  const sentence = error.message.replace(/^MCP error -?\d+: /, '');
  return `error ${error.code ?? error.name}: ${sentence}`;
}

// failing runs what has to fail and tells how.
export async function failing(step, call) {
  try {
    await call();
  } catch (error) {
    say(step, failure(error));
    return;
  }
  throw new Error(`${step}: no error`);
}

// must ends the run with a reason.
export function must(holds, reason) {
  if (!holds) throw new Error(reason);
}
