### What staff see of the members who practise together: that it is offered, and nothing of who takes it up.

community-partners-title = Practice partners
community-partners-offered = The coach offers members who prepare for an interview to practise with another member. Both must ask for it. Each learns the other's chosen name, account and the hour, and nothing else. A report about a partner reaches you as a note.
community-partners-not-offered = Not offered. Choose a private channel under "Notes from members" first, so that a report about a partner can reach you.
