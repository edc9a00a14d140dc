### The one message about a first conversation that was broken off.

unfinished-kept = What you wrote about { $about } is kept.
    .v2 = We had not finished with { $about }; what you wrote is kept.
    .v3 = About { $about }: what you told is kept, and some is still untold.

unfinished-offer = A few more answers while they are fresh, or leave it?
    .v2 = A few questions are left. Go on, or leave it there?
    .v3 = Memory fades. Go on where you stopped, or let it be?
    .short = Go on, or leave it?
    .why = What was asked and said is clearest in the first hours; that is the only reason I ask again.
    .now = Go on
    .now-like = go on | continue | ok | okay | sure | let's go | let's | now
    .tonight = Tonight
    .tomorrow = Tomorrow
    .leave = Leave it
    .leave-like = leave it | leave | let it be | enough | no more | don't want | not going on

unfinished-left = Left as it is; what you wrote stays.
    .v2 = Then we leave it there. Nothing is lost.
    .v3 = Fine. It stays as you told it.

unfinished-the-interview = your interview
