// Clients of both generations of the official TypeScript SDK: the first speaks the
// protocol up to 2025-11-25, with sessions; the second 2026-07-28, without.

const identity = { name: 'footnote-interop', version: '1.0.0' };

// connect returns a client that is connected over stdio (to a command) or http (to a
// URL), and a function that takes the client's notifications of logging.
export async function connect(generation, transport, target) {
  const sdk = await load(generation);
  const client = new sdk.Client(identity, sdk.options);
  await client.connect(transport === 'stdio'
    ? new sdk.Stdio({ command: target[0], args: target.slice(1), stderr: 'inherit' })
    : new sdk.Http(new URL(target[0])));
  return { client, onLog: handler => sdk.onLog(client, handler) };
}

async function load(generation) {
  if (generation === 'v1') {
    const { Client } = await import('@modelcontextprotocol/sdk/client/index.js');
    const { StdioClientTransport } = await import('@modelcontextprotocol/sdk/client/stdio.js');
    const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/sdk/client/streamableHttp.js');
    const { LoggingMessageNotificationSchema } = await import('@modelcontextprotocol/sdk/types.js');
    return {
      Client, Stdio: StdioClientTransport, Http: StreamableHTTPClientTransport,
      onLog: (client, handler) => client.setNotificationHandler(LoggingMessageNotificationSchema, handler),
    };
  }
  const { Client, StreamableHTTPClientTransport } = await import('@modelcontextprotocol/client');
  const { StdioClientTransport } = await import('@modelcontextprotocol/client/stdio');
  return {
    Client, Stdio: StdioClientTransport, Http: StreamableHTTPClientTransport,
    options: { versionNegotiation: { mode: { pin: '2026-07-28' } } },
    onLog: (client, handler) => client.setNotificationHandler('notifications/message', handler),
  };
}
