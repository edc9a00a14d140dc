### Looking back with a day between.

judge-offer = A day lies between now. Shall we look back, about four minutes: what went well, what did not, what to keep?
    .v2 = As agreed, the look back, with a day's distance: about four minutes. Now?
    .v3 = Yesterday looks different today. Four minutes to see what held and what did not: shall we?
    .short = Look back now?
    .why = With a day between, people see what went well, too; at once they see only the slips.
    .now = Yes
    .now-like = yes | ok | okay | sure | now | go on | let's | go ahead
    .in-an-hour = In an hour
    .tonight = Tonight
    .no = Skip this part
    .no-like = skip | no | not at all | leave it | drop it

judge-left-out = Left out, then.
    .v2 = Fine, no look back.
    .v3 = Then we leave that part.

judge-feeling-now = And the feeling now, from 0 (fine) to 10 (awful)?
    .v2 = From 0 (fine) to 10 (awful): where is it now?
    .v3 = The same scale again, 0 (fine) to 10 (awful): how bad is it today?
    .short = 0 (fine) to 10 (awful), now?
    .why = Beside the first number it shows how the feeling has moved.

judge-change = It was { $before } then, and { $after } now.
    .v2 = { $before } at first, { $after } today.
    .v3 = From { $before } to { $after }.
