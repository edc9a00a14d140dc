### Asking once what a bare "stop" is meant for.

stop-what = Stop just this conversation, or also the messages I said I would write?
    .v2 = Only this talk, or everything I was going to write as well?
    .v3 = This conversation, or the coming messages too?
    .short = This, or everything?
    .why = So that nothing reaches you that you do not want, and nothing goes missing that you do.
    .this = Just this
    .this-like = just this | this conversation | only this | this one | the conversation | for now
    .all = Everything
    .all-like = everything | all of it | both | the messages too | all | messages | reminders | no more

stop-this = Stopped. What you wrote is kept, and "go on" brings you back here.
    .v2 = We leave it here. Say "go on" if you want to take it up.
    .v3 = That is the end of it for now; nothing is lost.

stop-all = Stopped, all of it: nothing comes from me of itself. "Go on" changes that, whenever you like.
    .v2 = Then I am silent, and only answer. Your words are kept.
    .v3 = Nothing more will come. What you wrote stays until you say "forget me".
