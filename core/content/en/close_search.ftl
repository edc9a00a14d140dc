### The end of the search.

close-search-really = Shall the search end here? Then nothing more comes from me, and all of it is kept.
    .v2 = Close the search? I stop writing first; what you wrote stays.
    .v3 = Is this the end of the search? If so, I fall silent and keep your words.
    .short = Close the search?
    .why = Everything I had planned to send ends with it, so I ask once.
    .close = Close the search
    .close-like = yes | close it | close | end it | i'm done | im done | done | finish
    .not-yet = Not yet
    .not-yet-like = not yet | no | keep it open | keep going | leave it open | wait

close-search-closed = The search is closed, and nothing more comes from me. What you wrote is kept: "export" gives it to you as files, "forget me" erases it. Should there be another interview one day, just tell me about it.
    .v2 = Closed. I write no more of myself. Your words stay here; say "export" to take them with you, or "forget me" to erase them. If another interview comes, one line about it opens all of this again.
    .v3 = That is the end of this search, and of my messages. All of it stays: "export" makes files of it, "forget me" erases it. A new interview needs no form, only a word about it.

close-search-not-yet = Then it stays open, and all comes as planned.
    .v2 = Not closed; nothing has changed.
    .v3 = It goes on as it was. "Close my search" ends it, whenever that is.
