// Runs every published call with the client that others use. Takes {base, key, connected, reported, deleted, token} as JSON
// on its input and prints what each call answered: {ok: true, value} or {ok: false, error, …}.
// A shape that the client does not accept is an error of its own.
import { Kombo } from '@kombo-api/sdk';

let input = '';
for await (const part of process.stdin) {
  input += part;
}

const { base, key, connected, reported, deleted, token } = JSON.parse(input);
const options = { server_url: `${base}/v1`, retry_config: { strategy: 'none' } };
const kombo = new Kombo({ ...options, api_key: key, integration_id: connected });
const stranger = new Kombo({ ...options, api_key: 'wrong' });
const results = {};

async function run(name, call) {
  try {
    results[name] = { ok: true, value: await call() };
  } catch (error) {
    results[name] = { ok: false, error: error.name, http: error.statusCode, message: error.message, code: error.error?.code, title: error.error?.title };
  }
}

const { general, connect } = kombo;
await run('checkApiKey', () => general.checkApiKey());
await run('getConnected', () => general.getIntegrationDetails({ integration_id: connected }));
await run('getReported', () => general.getIntegrationDetails({ integration_id: reported }));
await run('forceSync', () => general.triggerSync({}));
await run('forceSyncAgain', () => general.triggerSync({ type: 'FULL' }));
await run('relink', () => general.createReconnectionLink({ integration_id: connected, body: { language: 'de', link_type: 'MAGIC_LINK' } }));
await run('setupLink', () => general.createSetupLink({ integration_id: connected, body: { language: 'fr', link_type: 'EMBEDDED' } }));
await run('switchOff', () => general.setIntegrationEnabled({ integration_id: connected, body: { value: false } }));
await run('getSwitchedOff', () => general.getIntegrationDetails({ integration_id: connected }));
await run('switchOn', () => general.setIntegrationEnabled({ integration_id: connected, body: { value: true } }));
await run('createLink', () => connect.createConnectionLink({
  end_user_email: 'grace@example.com',
  end_user_organization_name: 'Umbrella',
  end_user_origin_id: '7',
  integration_category: 'HRIS',
  language: 'en',
  link_type: 'EMBEDDED',
}));
await run('integrationByToken', () => connect.getIntegrationByToken({ token }));
for (const category of ['hris', 'ats', 'assessment', 'lms']) {
  await run(`tools.${category}`, () => general.getTools({ category }));
}

await run('delete', () => general.deleteIntegration({ integration_id: deleted, body: {} }));
await run('getDeleted', () => general.getIntegrationDetails({ integration_id: deleted }));
await run('wrongKey', () => stranger.general.checkApiKey());
await run('unknownToken', () => connect.getIntegrationByToken({ token: 'nonsense' }));
await run('forceSyncReported', () => new Kombo({ ...options, api_key: key, integration_id: reported }).general.triggerSync({}));

console.log(JSON.stringify(results));
