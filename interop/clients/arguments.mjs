// Arguments for every tool: good ones, which have to give what the schema of the
// output says, and wrong ones, each with the mistake that a model makes.

const draft = 'Llama 2 was released in July 2023.[^3] Meta charges all companies for Llama.[^4] The licence names 700 million users.[^99]';
const passage = 'meta-open-source-strategy#top.1';

export const good = {
  search_passages: [
    { question: 'Is there a size above which a company needs its own Llama licence?' },
    { question: 'How deep is the harbour of Genoa?', k: 1 },
    { question: 'What did Meta argue?', entities: ['NTIA'], max_tokens: 100 },
  ],
  read_passage: [{ passage }, { passage, before: 2, after: 2, max_tokens: null }],
  read_footnote: [{ footnote: '4' }, { footnote: '[^15]', max_tokens: 100 }],
  find_facts: [{}, { entities: ['Llama 2'], kinds: ['release'] }, { by: ['Mark Zuckerberg'], limit: 500, max_tokens: 100000 }],
  timeline: [{ limit: 500, max_tokens: 100000 }, { after: '2024', statuses: ['reported'] }],
  check_answer: [
    { answer: draft, question: 'What does Llama cost?' },
    { answer: '' },
    { answer: "The article doesn't say.", question: 'How deep is the harbour of Genoa?', allow_refusal: true },
    { answer: draft, format: 'cohere', citations: [{ start: 0, end: 5, text: 'Llama', sources: [] }], context: [passage] },
    { answer: draft, format: 'cohere', citations: [{ start: 'here' }] },
  ],
  cite_answer: [{ answer: draft.replace(/\[\^\d+\]/g, '') }, { answer: draft, max_tokens: 500 }],
  list_sections: [{}, { articles: ['meta-open-source-strategy'], max_tokens: 100 }],
  search: [{ query: 'licence for large companies' }, { query: 'zzzz' }],
  fetch: [{ id: passage }],
};

export const wrong = {
  search_passages: [{}, { question: ' ' }, { question: 'licence', k: 0 }, { question: 'licence', after: 'last year' }, { question: 'licence', sections: ['no such'] }],
  read_passage: [{ passage: 'meta-open-source-strategy#top.99' }, { id: passage }],
  read_footnote: [{ footnote: [4] }, { footnote: '99' }],
  find_facts: [{ statuses: ['true'] }, { ids: ['llama-2/release'] }, { entities: 'Llama 2' }],
  timeline: [{ before: '2024-13' }, { limit: 1.5 }],
  check_answer: [{ draft }, { answer: draft, citations: [{}] }],
  cite_answer: [{}, { answer: draft, max_tokens: 1 }],
  list_sections: [{ articles: ['no-such'] }],
  search: [{ query: '' }],
  fetch: [{ id: 'no-such' }],
};
