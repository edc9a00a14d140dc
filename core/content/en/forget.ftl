forget-really = Everything you have told me would be erased at once and for good. Shall I?
    .v2 = This erases all that I keep of you, now and for ever. Are you sure?
    .v3 = Erase everything, with no way back?
    .short = Erase everything?
    .why = It cannot be undone, so I ask once.
    .yes = Yes, erase everything
    .no = No, keep it
    .no-like = don't | dont | do not | keep it | keep | no | not | wait | sorry | mistake

forget-kept = Nothing was erased.
    .v2 = Then it all stays.
    .v3 = Kept, all of it.
