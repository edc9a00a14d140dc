"""All of one database into another: from SQLite to PostgreSQL, back, or from one file to another. Start at `copy`.

What is sealed is carried as it is, byte for byte, for the master key stays the same. The rules a newcomer could break:

- Both ends belong to the copy alone until it has ended: nobody may be served from them meanwhile.
- People's keys come last, in one transaction, when everything else was compared. Until then nothing in the target can be
  read, so whoever is erased in the source after a copy was broken off cannot be brought back by what lies in the target.
- A copy that goes on first takes out of the target whatever is not in the source any more, then adds what is missing:
  the rows themselves tell how far it was, and nothing has to be believed.
"""

from core.store.copying.run import Compared, Copied, Report, copy

__all__ = ["Compared", "Copied", "Report", "copy"]
