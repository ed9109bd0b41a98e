package entail

import "testing"

// TestReported: what the evidence has somebody say, or calls false, it doesn't state. No
// facts say so here, only its words.
func TestReported(t *testing.T) {
	for _, tt := range []struct {
		reason, evidence, claim string
		want                    Verdict
		rule                    string
	}{
		{"critics say", "Critics say the harbour is a danger to ships.", "The harbour is a danger to ships.", Partial, string(AttributionDropped)},
		{"critics say that", "Some residents of the town argue that the harbour is a danger to ships.", "The harbour is a danger to ships.", Partial, string(AttributionDropped)},
		{"according to", "According to Anna Berg, the lighthouse was built by prisoners.", "The lighthouse was built by prisoners.", Partial, string(AttributionDropped)},
		{"according to, behind", "The lighthouse was built by prisoners, according to Anna Berg.", "The lighthouse was built by prisoners.", Partial, string(AttributionDropped)},
		{"say, behind", "The lighthouse was built by prisoners, critics say.", "The lighthouse was built by prisoners.", Partial, string(AttributionDropped)},
		{"is said to", "The lighthouse is said to have been built by prisoners.", "The lighthouse was built by prisoners.", Partial, string(AttributionDropped)},
		{"alleged", "The opposition alleged that the mayor had sold the ferry.", "The mayor had sold the ferry.", Partial, string(AttributionDropped)},
		{"in their view", "In the view of the council, the bridge is unsafe for lorries.", "The bridge is unsafe for lorries.", Partial, string(AttributionDropped)},
		{"it is false that", "It is false that the mayor owned the ferry.", "The mayor owned the ferry.", Contradicted, string(PolarityMismatch)},
		{"it is not true that", "It is not true that the mayor owned the ferry.", "The mayor owned the ferry.", Contradicted, string(PolarityMismatch)},
		{"a myth", "It is a myth that the lighthouse was built by prisoners.", "The lighthouse was built by prisoners.", Contradicted, string(PolarityMismatch)},
		{"denied", "The mayor denied that the council had sold the ferry.", "The council had sold the ferry.", Undecided, ""},
		{"doubted", "Historians doubt that the lighthouse was built by prisoners.", "The lighthouse was built by prisoners.", Undecided, ""},

		{"kept: critics", "Critics say the harbour is a danger to ships.", "Critics say the harbour is a danger to ships.", Supported, ""},
		{"kept in other words", "Critics say the harbour is a danger to ships.", "The harbour is a danger to ships, critics say.", Supported, ""},
		{"kept: according to", "According to Anna Berg, the lighthouse was built by prisoners.", "Anna Berg says the lighthouse was built by prisoners.", Supported, ""},
		{"kept: reportedly", "The lighthouse is said to have been built by prisoners.", "The lighthouse was reportedly built by prisoners.", Supported, ""},
		{"kept: false", "It is false that the mayor owned the ferry.", "It is not true that the mayor owned the ferry.", Supported, ""},
		{"nobody says it", "The harbour is a danger to ships.", "The harbour is a danger to ships.", Supported, ""},
		{"said of another clause", "Critics say the bridge is ugly, but the harbour is a danger to ships.", "The harbour is a danger to ships.", Supported, ""},
		{"said of another clause, after it", "The harbour is a danger to ships, and critics say the bridge is ugly.", "The harbour is a danger to ships.", Supported, ""},
		{"what a paper says of itself", "The law says that ships pay a toll of two pounds.", "Ships pay a toll of two pounds.", Supported, ""},
		{"owned up to", "The mayor admitted that the council had sold the ferry.", "The council had sold the ferry.", Supported, ""},
		{"according to plan", "The bridge was opened in 1902 according to plan.", "The bridge was opened in 1902.", Supported, ""},
	} {
		e, a := ferries(tt.evidence, "The weather is mild.")
		d := e.Query(a.Analyze(tt.claim), nil).Decide(Corpus, nil)
		if d.Verdict != tt.want || tt.rule != "" && d.Rule != tt.rule {
			t.Errorf("%s: %q of %q: %s by %q, want %s by %q; found %v", tt.reason, tt.claim, tt.evidence, d.Verdict, d.Rule, tt.want, tt.rule, codesOf(d))
		}
		closed := Closed(tt.claim, []string{tt.evidence, "The weather is mild."})
		if tt.want != Supported && closed.Verdict == Supported {
			t.Errorf("%s: %q of %q alone: %s by %q", tt.reason, tt.claim, tt.evidence, closed.Verdict, closed.Rule)
		}
	}
}

// TestSigns: a sign of currency, or of percent, is a part of the number.
func TestSigns(t *testing.T) {
	for _, tt := range []struct {
		reason, evidence, claim string
		want                    Verdict
	}{
		{"euros for dollars", "The town spent $5 million on the harbour.", "The town spent €5 million on the harbour.", Contradicted},
		{"pounds for dollars", "The town spent $5 million on the harbour.", "The town spent £5 million on the harbour.", Contradicted},
		{"in words", "The town spent $5 million on the harbour.", "The town spent five million euros on the harbour.", Contradicted},
		{"the same", "The town spent $5 million on the harbour.", "The town spent 5 million dollars on the harbour.", Supported},
		{"both are there", "The town spent $5 million (€4.6 million) on the harbour.", "The town spent €4.6 million on the harbour.", Supported},
	} {
		e, a := ferries(tt.evidence, "The weather is mild.")
		d := e.Query(a.Analyze(tt.claim), nil).Decide(Corpus, nil)
		if d.Verdict != tt.want {
			t.Errorf("%s: %q of %q: %s by %q, want %s; found %v", tt.reason, tt.claim, tt.evidence, d.Verdict, d.Rule, tt.want, codesOf(d))
		}
		if closed := Closed(tt.claim, []string{tt.evidence}); tt.want != Supported && closed.Verdict == Supported {
			t.Errorf("%s: %q of %q alone: %s by %q", tt.reason, tt.claim, tt.evidence, closed.Verdict, closed.Rule)
		}
	}
	if d := Closed("The town grew by 5% in a year.", []string{"The town grew by 5 in a year."}); d.Verdict == Supported {
		t.Errorf("percent of a number alone: %s by %q", d.Verdict, d.Rule)
	}
}
