package interop

import "testing"

// TestSDK has clients on the official TypeScript SDK go through all that the server
// offers (clients/mcp.mjs). They check what they get by the schemas of the protocol
// and of the tools, and by what a client may rely on; what they report is the same for
// both generations of the SDK and over both transports, so that there is one golden
// file.
func TestSDK(t *testing.T) {
	needClients(t, "clients on the TypeScript SDK")
	for _, test := range []struct{ generation, reason string }{
		{"v1", "the revisions up to 2025-11-25, with sessions"},
		{"v2", "the revision 2026-07-28, in which each request stands alone"},
	} {
		t.Run(test.generation+" stdio", func(t *testing.T) {
			report(t, test.reason, test.generation, "stdio", footnote, "mcp")
		})
		t.Run(test.generation+" http", func(t *testing.T) {
			report(t, test.reason, test.generation, "http", serve(t)+"/mcp")
		})
	}
}

func report(t *testing.T, reason string, args ...string) {
	r := node(t, "clients/mcp.mjs", args...)
	if r.code != 0 {
		t.Fatalf("%s: %s%s", reason, short(r.stdout), short(r.stderr))
	}
	t.Logf("%s: %s", reason, r.stderr)
	golden(t, "sdk.golden", r.stdout)
}
