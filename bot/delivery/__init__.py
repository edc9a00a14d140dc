"""How a kept message gets out: claimed from the outbox, paced, sent, and settled by what the platform said.

`platform` is what an adapter has to be; `pacing` says who may be sent to when; `delivery` does it.
"""
