### All interviews there ever were, and one of them read back.

journal-which = { $count ->
        [2] Two interviews
        [3] Three interviews
        [4] Four interviews
       *[other] { $count } interviews
    }, the newest first. Which shall I read back?
    .v2 = Here they are, the latest on top. Which one do you want to read?
    .v3 = These are the ones you told me about, newest first. Which one?
    .short = Which one?
    .why = I read one at a time, so that it is not a wall of text.
    .done = None now
    .done-like = none | nothing | enough | that was all | that's all | not now | done | no more

journal-another = Another one?
    .v2 = Shall I read back one more?
    .v3 = Any other?
    .short = One more?
    .why = You may want to see two of them side by side.
    .done = That was all
    .done-like = none | nothing | enough | that was all | that's all | not now | done | no more

journal-older = { $count ->
        [one] One older one does
       *[other] { $count } older ones do
    } not fit into this list; "read back" and the place brings it, and "export" gives you everything.
    .v2 = Not shown here: { $count ->
        [one] one older one
       *[other] { $count } older ones
    }. Name the place, as in "read back Acme", or say "export" for all of it.
    .v3 = There { $count ->
        [one] is one older one
       *[other] are { $count } older ones
    } besides; call for it by its place, as in "read back Acme".

journal-done = It all stays where it is.
    .v2 = Back on the shelf; nothing was changed.
    .v3 = Closed again. It keeps.
