"""Slack: payloads in, messages out, and the connection between. No rule of coaching lives here.

`incoming` and `outgoing` are pure; `connection` puts them on slack-bolt and slack-sdk. docs/slack.md tells the rest.
"""
