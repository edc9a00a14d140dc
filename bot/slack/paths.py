"""Under which paths Slack and browsers find us; the manifest names them, and the HTTP entry answers them."""

EVENTS = "/slack/events"
INSTALL = "/slack/install"
REDIRECT = "/slack/oauth_redirect"
HEALTH = "/healthz"
