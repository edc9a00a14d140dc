"""A world in which the coach runs for a year in a minute: real core, store, nudger and delivery, and nothing else is real.

Time is virtual and jumps to the next thing that happens (`loop`). The platform (`messenger`) delays, doubles, reorders,
refuses, limits and loses; people (`people`) write at odd hours; the process (`process`) dies at any commit and at any
send and comes back on the same files. Everything follows from one seed, so what went wrong once goes wrong again:
`python -m tests.simulation --seed 7` prints what people saw. What must hold is in `invariants`.
"""
