/** The security headers of every answer if `PUBLIC_URL` is https. @param background of the map, e.g. ` https://…` */
export const securityHeaders = (background = ''): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)',
  'strict-transport-security': 'max-age=31536000',
  'content-security-policy': [
    "default-src 'self'",
    `img-src 'self' data: blob:${background}`,
    `connect-src 'self'${background}`,
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self' blob:",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join(';'),
});
