// Asks "footnote serve" whether the article backs an answer, and tells promptfoo.
// FOOTNOTE_URL says where it is, FOOTNOTE_TOKEN the token that it wants, if any. What
// can't be checked is an error, never a pass.

const timeout = 10_000; // milliseconds

export default async function check(output, context) {
  const server = process.env.FOOTNOTE_URL ?? 'http://127.0.0.1:8642';
  const headers = { 'Content-Type': 'application/json' };
  if (process.env.FOOTNOTE_TOKEN) {
    headers.Authorization = `Bearer ${process.env.FOOTNOTE_TOKEN}`;
  }
  const body = JSON.stringify({
    answer: String(output),
    question: context.vars.question,
    allow_refusal: true, // that the article doesn't say is an answer, if it is so
  });
  let response, text;
  try {
    response = await fetch(`${server}/v1/check_answer`, {
      method: 'POST', headers, body, signal: AbortSignal.timeout(timeout),
    });
    text = await response.text();
  } catch (error) {
    throw new Error(`${server} could not be asked (is "footnote serve" running?): ${error.cause?.message ?? error.message}`);
  }
  if (!response.ok) {
    throw new Error(`${server} answered ${response.status}: ${text.slice(0, 300)}`);
  }
  const report = JSON.parse(text);
  return {
    pass: report.passed === true,
    score: report.passed === true ? 1 : 0,
    reason: reason(report),
    namedScores: scores(report.metrics),
  };
}

// scores are the shares of claims that are backed and of marks that are right; an answer
// that states nothing has none.
function scores({ claims, citation_precision, citation_recall }) {
  return claims > 0 ? { citation_precision, citation_recall } : {};
}

// reason says what is wrong, what there is a warning of, and what the check doesn't say.
function reason(report) {
  const found = report.failures.map((f) => {
    const right = f.right.length > 0 ? `; right would be ${f.right.join(' or ')}` : '';
    return `${f.warning ? 'warning: ' : ''}${f.message}${right}`;
  });
  if (report.refusal.refused) {
    found.push(report.refusal.reason);
  }
  return [`verdict: ${report.verdict}`, ...new Set(found), report.notice].join('\n');
}
