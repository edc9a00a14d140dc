"""A turn, from what came in to what is said.

`step` takes an event, `hearing` finds what a text means, `answering` keeps an answer; each other module is one kind of
thing a text may be, or one thing the coach does then. All of them work on the `workbench` of this one turn, which has
what is known in a `ledger` and what is said in a `speech`. Flows, drafts and the plan are below and know nothing of it.
"""
