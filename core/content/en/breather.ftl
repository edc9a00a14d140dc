### When it is too much just now. Read every line aloud before you change it.

breather-tears = Then let it come. I wait; nothing here is urgent. Go on when you like, or later, or not at all.
    .v2 = Let it come, for as long as it takes. Nothing here runs away: go on after it, another time, or leave it.
    .v3 = That may come out. There is no hurry at all; we can go on, wait, or leave it at this.
    .short = Go on, later, or leave it?
    .why = You set the pace here, and tears need no reason.
    .on = Go on
    .on-like = go on | carry on | continue | keep going | i'm ok | i'm okay | i'm fine | i'm good now | better now | ready
    .later = Later
    .later-like = later | another time | some other time | tomorrow | need a minute | need a moment | give me a minute | in a bit | wait
    .stop = Leave it
    .stop-like = leave it | not at all | stop here | stop | enough

breather-form = It is one question after another, I know, and you can leave at any of them. What would suit you better?
    .v2 = Fair: so many questions can feel like a form. Which way is easier for you?
    .v3 = That is a lot of asking, and none of it is owed. How shall we do it?
    .short = Just talk, stop here, or go on?
    .why = So that it goes your way and not mine.
    .talk = Just talk
    .talk-like = just talk | talk | tell you | chat | vent | my own words
    .stop = Stop here
    .stop-like = stop here | stop | enough | leave it | not at all | no more | i'm done
    .on = Go on
    .on-like = go on | carry on | continue | keep going | it's fine | it's ok
