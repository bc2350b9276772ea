/** Likely causes of a control without success, whichever service it is of, and what to look at. */
export const causes = {
  'run/causes/another-service': ({ path }: { path: string }) =>
    `another service answers at ${path}: check baseUrl and the profile`,
  'run/causes/redirects': () =>
    'the target redirects, which a signed request must not follow: check scheme, host and trailing slash of baseUrl',
  'run/causes/not-the-merchants-provider': () =>
    "client in the config is not the provider as the merchant has it registered: the provider's id, the private key of its registered public key, the secret of both",
  'run/causes/something-before-the-service': () =>
    'what answers is not the SNAP service but something before it: a proxy, a firewall, a login page',
  'run/causes/internal-error': () => 'the target has an internal error: its own log tells more',

  'run/causes/no-reason': () =>
    "the refusal gives no reason: the target's own log tells it, under the time of the request",
  'run/causes/header-dropped': ({ header }: { header: string }) =>
    `${header} was sent, and the target says that it is missing: something between dropped it (a proxy, a gateway, the web server before the application)`,
  'run/causes/header-dropped-by-nginx': ({ header }: { header: string }) =>
    `nginx: it drops headers with _ in their names unless underscores_in_headers is on; proxy_set_header ${header} $http_${header.toLowerCase().replaceAll('-', '_')}; passes this one on, and proxy_pass_request_headers must not be off`,
  'run/causes/header-dropped-by-apache': ({ header }: { header: string }) =>
    header.toLowerCase() === 'authorization'
      ? 'Apache with PHP: it keeps Authorization from scripts; CGIPassAuth On, or SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1, passes it on'
      : `Apache with PHP: the header is $_SERVER['HTTP_${header.toUpperCase().replaceAll('-', '_')}'] there, and RequestHeader unset takes it out`,
  'run/causes/header-dropped-by-gateway': ({ header }: { header: string }) =>
    `an API gateway or CDN: put ${header} on its list of headers that are forwarded`,
  'run/causes/own-codes': () =>
    "its codes are not of SNAP's form, and this one may refuse: if the document has codes of its own, say codeForm: own in the profile, and list those of success (success.code)",

  // What answers is not a SNAP service.
  'run/causes/path-of-another-service': ({ profile }: { profile: string }) =>
    `another service has this path: look up the path of the SNAP one in the document, and set baseUrl or the path of profile ${profile}`,
  'run/causes/another-host': () =>
    'the provider offers its SNAP services at another host, or for another environment',
  'run/causes/something-answers-first': () =>
    'a proxy, a firewall or a login page answers before the service',

  // Nothing answers.
  'run/causes/no-server': ({ url }: { url: string }) => `no server is running at ${url}`,
  'run/causes/wrong-port': () => 'the port in baseUrl is wrong',
  'run/causes/firewall-refuses': () => 'a firewall refuses the connection',
  'run/causes/firewall-cuts': () => 'a firewall cuts the connection',
  'run/causes/firewall-drops': () =>
    'a firewall drops the packets, or this address is not on the list of allowed ones',
  /** `from`: what names the proxy, a variable or a pointer into the config. */
  'run/causes/proxy-credentials': ({ from }: { from: string }) =>
    `the proxy is the wrong one, or its credentials are: look at ${from}; "proxy": false goes without`,
  'run/causes/proxy-rules': () =>
    'the rules of the proxy allow no CONNECT to this host or port: ask who runs it',
  'run/causes/behind-proxy-down': () =>
    'the proxy finds no way to the target: look at the host in baseUrl, and whether the target is up',
  'run/causes/host-mistyped': () => 'the host name in baseUrl is mistyped',
  'run/causes/name-not-resolved': () => 'this machine has no name resolution for it (VPN?)',
  'run/causes/certificate-not-trusted': () =>
    "the target's certificate isn't trusted here: give its authority as tls.ca",
  'run/causes/client-certificate': () =>
    'the target asks for a client certificate: give tls.cert and tls.key',
  'run/causes/schemes-mixed-up': () => 'http and https are mixed up in baseUrl',
  'run/causes/not-http': () =>
    'what listens at baseUrl is not an HTTP server, or http and https are mixed up',
  'run/causes/too-slow': () => 'the target is slower than limits.timeoutMs',
  'run/causes/rate-limited': () => 'the target limits requests: lower limits.rate',
  'run/causes/down': () =>
    'the target is down, or a gateway before it has no server to pass requests to',
};
