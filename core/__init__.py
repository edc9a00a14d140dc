"""The coach: people, conversations, questions, facts and words. It knows no platform, no network and no clock."""
