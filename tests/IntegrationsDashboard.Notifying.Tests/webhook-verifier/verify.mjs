// Reads deliveries, one a line of JSON: {secret, headers, body, now}, now being
// the receiver's clock in milliseconds.
// Answers each with a line: {"ok": true, "message": {…}} or {"ok": false, "error": "…"}.
import readline from "node:readline";
import { Webhook } from "standardwebhooks";

for await (const line of readline.createInterface({ input: process.stdin })) {
  const { secret, headers, body, now } = JSON.parse(line);
  Date.now = () => now;
  try {
    console.log(JSON.stringify({ ok: true, message: new Webhook(secret).verify(body, headers) }));
  } catch (error) {
    console.log(JSON.stringify({ ok: false, error: error.message }));
  }
}
