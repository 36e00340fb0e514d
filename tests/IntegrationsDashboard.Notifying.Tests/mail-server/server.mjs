// A mail server on a free port of 127.0.0.1 that delivers nothing.
// Usage: node server.mjs [auth=<user>:<password>] [refuse=<recipient>] [starttls | tls] [hang]
// It writes its port, then each mail that it took as a line of JSON, to the standard output, and ends when its standard input is closed.
// With starttls and tls it shows the certificate that smtp-server brings along, which nobody trusts.
// With hang it takes connections and never says a word.
import net from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const given = (name) => process.argv.slice(2).find((argument) => argument.split("=")[0] === name);
const value = (name) => given(name)?.slice(name.length + 1);
const listen = (server) => server.listen(0, "127.0.0.1", () => console.log(server.address?.().port ?? server.server.address().port));
const tell = async (raw, session) => {
  const mail = await simpleParser(raw);
  const parts = mail.headerLines.map(({ key, line }) => ({ key, line }));
  console.log(JSON.stringify({
    user: session.user ?? null,
    envelope: { from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((to) => to.address) },
    from: mail.from.value[0],
    to: mail.to.value[0],
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: parts,
    raw: raw.toString("latin1"),
  }));
};

if (given("hang")) {
  listen(net.createServer((socket) => socket.on("error", () => {}).resume()));
} else {
  const server = new SMTPServer({
    secure: Boolean(given("tls")),
    authOptional: !given("auth"),
    allowInsecureAuth: true,
    disabledCommands: [...(given("starttls") ? [] : ["STARTTLS"]), ...(given("auth") ? [] : ["AUTH"])],
    onAuth: ({ username, password }, _, done) =>
      `${username}:${password}` === value("auth") ? done(null, { user: username }) : done(new Error("Wrong user name or password")),
    onRcptTo: ({ address }, _, done) =>
      address === value("refuse") ? done(Object.assign(new Error("No such mailbox"), { responseCode: 550 })) : done(),
    onData: (stream, session, done) => {
      const chunks = [];
      stream.on("data", (chunk) => chunks.push(chunk)).on("end", () => tell(Buffer.concat(chunks), session).then(() => done(), done));
    },
  });
  // A client that does not trust the certificate hangs up; that is no fault of the server.
  server.on("error", () => {});
  listen(server);
}
process.stdin.resume().on("end", () => process.exit(0));
