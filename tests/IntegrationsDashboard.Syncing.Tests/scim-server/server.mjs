// A SCIM 2.0 server on a free port of 127.0.0.1 with made-up users and groups, which it keeps in memory.
// Usage: node server.mjs <token> <users> <groups> [no-filter]
// It writes its address to the standard output and ends when its standard input is closed.
// User number n was last modified n minutes into 2026, and so was group number n.
import express from "express";
import SCIMMY from "scimmy";
import SCIMMYRouters from "scimmy-routers";

const [token, userCount, groupCount, limits] = process.argv.slice(2);
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const modified = (n) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
const numbers = (count) => Array.from({ length: Number(count) }, (_, index) => index + 1);

const groups = numbers(groupCount).map((n) => ({
  id: `g${n}`,
  displayName: `Group ${n}`,
  members: numbers(userCount).filter((user) => user % Number(groupCount) === n - 1).map((user) => ({ value: `u${user}` })),
  meta: { created: modified(0), lastModified: modified(n) },
}));
const users = numbers(userCount).map((n) => ({
  id: `u${n}`,
  userName: `user${n}`,
  displayName: `User ${n}`,
  name: { givenName: "User", familyName: `Number ${n}` },
  emails: [
    { value: `other${n}@example.com`, type: "home" },
    { value: `user${n}@example.com`, type: "work", primary: true },
  ],
  active: n % 10 !== 0,
  title: "Engineer",
  addresses: [{ type: "work", locality: n % 2 === 0 ? "Lyon" : "Berlin" }],
  groups: groups
    .filter((group) => group.members.some((member) => member.value === `u${n}`))
    .map((group) => ({ value: group.id, display: group.displayName })),
  [enterprise]: { department: n % 2 === 0 ? "Sales" : "Engineering" },
  meta: { created: modified(0), lastModified: modified(n) },
}));

const declare = (Resource, list) =>
  SCIMMY.Resources.declare(Resource, {
    egress: (resource) => {
      if (resource.id) {
        const found = list.find((item) => item.id === resource.id);
        if (!found) throw new SCIMMY.Types.Error(404, null, `Resource ${resource.id} not found`);
        return found;
      }
      if (resource.filter && limits === "no-filter") throw new SCIMMY.Types.Error(400, "invalidFilter", "Filters are not supported");
      return resource.filter ? resource.filter.match(list) : list;
    },
    ingress: () => {
      throw new SCIMMY.Types.Error(403, null, "The users and groups of this server stay as they are");
    },
    degress: () => {
      throw new SCIMMY.Types.Error(403, null, "The users and groups of this server stay as they are");
    },
  });

declare(SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser, false), users);
declare(SCIMMY.Resources.Group, groups);

const app = express();
app.use(
  "/scim/v2",
  new SCIMMYRouters({
    type: "bearer",
    handler: (request) => {
      if (request.header("Authorization") !== `Bearer ${token}`) throw new Error("The token is not valid");
      return "u1";
    },
  }),
);

// Small pages, so that a test of a few users reads several.
SCIMMY.Config.set("filter", 20);

const server = app.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/scim/v2`));
process.stdin.resume().on("end", () => process.exit(0));
