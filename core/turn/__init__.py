"""A turn, from what came in to what is said: `step` decides in a fixed order, and each other module does one kind of thing."""
