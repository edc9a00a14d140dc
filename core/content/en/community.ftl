### What staff see of their community.

community-home-title = Rebound for your members
community-not-set-up = Nothing is set up yet. Members can already write to the coach; with links, a contact and a time zone it can tell them where your help is.
