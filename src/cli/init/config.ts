import type { InitAnswers } from './answers.js';
import type { NewFile } from './write-new.js';

const schema = 'node_modules/snap-conformance/schemas/config.schema.json';

/** A config of these answers; YAML and TypeScript say in comments what else it can hold. */
export function configFile(answers: InitAnswers): NewFile {
  const { format } = answers;
  const text = { yaml: yamlText, json: jsonText, ts: tsText }[format](answers);
  return { name: `snap.config.${format}`, text, about: 'what is tested' };
}

/** A text in quotes, as YAML, JSON and TypeScript all take it. */
const quoted = (text: string) => JSON.stringify(text);

function yamlText({ profile, baseUrl, clientId, privateKey, name }: InitAnswers): string {
  return `# yaml-language-server: $schema=${schema}
#
# What snap-conformance tests. \${NAME} takes an environment variable; paths start at this file.
# Every setting: node_modules/snap-conformance/README.md, schemas/config.schema.json next to it
targets:
  - name: ${quoted(name)}
    # What the provider's document says; \`snap-conformance doctor --profile NAME\` shows all of it.
    profile: ${quoted(profile)}
    # The path of each service is appended.
    baseUrl: ${quoted(baseUrl)}
    client:
      # Sent as X-CLIENT-KEY.
      clientId: ${quoted(clientId)}
      # The provider has the public key that belongs to it.
      privateKey: { file: ${quoted(privateKey)} }
      # Signs transactions (HMAC-SHA512).
      # clientSecret: "\${SNAP_CLIENT_SECRET}"
    # A second registered client: proves that one client's key can't speak for another.
    # otherClient:
    #   clientId: a-second-client
    #   privateKey: { file: keys/other.pem }
    # A harmless service, to try tokens and signatures on.
    # transaction:
    #   serviceCode: "11"
    #   method: POST
    #   path: /v1.0/balance-inquiry
    #   body: {}
    #   headers: { X-PARTNER-ID: my-partner-id, CHANNEL-ID: "95221" }
    # Or several: a list of these. What creates or moves something is called once, unless it has repeatable: true.
    # transactions: [{ serviceCode: "11", … }, { serviceCode: "27", … }]
    # Proxies of the environment are used; another one, or none (false):
    # proxy: http://proxy.example:3128
    # Where this serves real customers: the control alone is sent.
    # environment: production
    # How fast requests are sent: on loopback as fast as possible, else 10 a second.
    # limits: { rate: 10, concurrency: 4 }
`;
}

function jsonText({ profile, baseUrl, clientId, privateKey, name }: InitAnswers): string {
  const client = { clientId, privateKey: { file: privateKey } };
  const config = { $schema: `./${schema}`, targets: [{ name, profile, baseUrl, client }] };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}

function tsText({ profile, baseUrl, clientId, privateKey, name }: InitAnswers): string {
  return `import { defineConfig } from 'snap-conformance';

// What snap-conformance tests. \${NAME} in a text takes an environment variable; paths start at this file.
export default defineConfig({
  targets: [
    {
      name: ${quoted(name)},
      // What the provider's document says; \`snap-conformance doctor --profile NAME\` shows all of it.
      profile: ${quoted(profile)},
      // The path of each service is appended.
      baseUrl: ${quoted(baseUrl)},
      client: {
        // Sent as X-CLIENT-KEY.
        clientId: ${quoted(clientId)},
        // The provider has the public key that belongs to it.
        privateKey: { file: ${quoted(privateKey)} },
        // Signs transactions (HMAC-SHA512).
        // clientSecret: '\${SNAP_CLIENT_SECRET}',
      },
      // A second registered client: proves that one client's key can't speak for another.
      // otherClient: { clientId: 'a-second-client', privateKey: { file: 'keys/other.pem' } },
      // A harmless service, to try tokens and signatures on.
      // transaction: { serviceCode: '11', method: 'POST', path: '/v1.0/balance-inquiry', body: {} },
      // Or several: a list of these. What creates or moves something is called once, unless it has repeatable: true.
      // transactions: [{ serviceCode: '11', … }, { serviceCode: '27', … }],
      // Proxies of the environment are used; another one, or none (false):
      // proxy: 'http://proxy.example:3128',
      // Where this serves real customers: the control alone is sent.
      // environment: 'production',
      // How fast requests are sent: on loopback as fast as possible, else 10 a second.
      // limits: { rate: 10, concurrency: 4 },
    },
  ],
});
`;
}
