// A provider of OpenID Connect whose only client is the dashboard. Who signs in as "bob" has the claims that the argument says.
// Prints its address once it listens.
import http from "node:http";
import Provider from "oidc-provider";

const [redirect, claims] = process.argv.slice(2);
const server = http.createServer();
server.listen(0, "127.0.0.1", () => {
    const issuer = `http://localhost:${server.address().port}`;
    const provider = new Provider(issuer, {
        clients: [
            {
                client_id: "dashboard",
                client_secret: "a secret between the two",
                redirect_uris: [redirect],
                application_type: "native",
                token_endpoint_auth_method: "client_secret_post",
            },
        ],
        claims: { email: ["email", "email_verified"], profile: ["name"], workspaces: ["workspaces"] },
        scopes: ["openid", "email", "profile", "workspaces"],
        conformIdTokenClaims: false,
        findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...JSON.parse(claims) }) }),
        cookies: { keys: ["a key for a test"] },
        renderError: (context, out, error) => { context.type = "text"; context.body = `${error.message} ${error.error_description ?? ""}`; },
    });
    server.on("request", provider.callback());
    console.log(issuer);
});
