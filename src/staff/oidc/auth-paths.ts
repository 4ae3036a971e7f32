/** Where a browser signs in with its account, and where the identity provider reaches us. */
export const authPaths = {
  signIn: '/auth/sign-in',
  callback: '/auth/callback',
  backChannelLogout: '/auth/back-channel-logout',
} as const;
