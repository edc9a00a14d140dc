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

breather-unsure = One question before we go on, because I cannot hear your voice: is something heavier going on than an interview, for you or for somebody near you?
    .v2 = I would rather ask once too often: is there something heavier here than the interview, with you or with somebody close?
    .v3 = Let me ask this first: is somebody, you or another, in more trouble than an interview can bring?
    .short = Something heavier, or the interview?
    .why = Some of your words could mean more than an interview. If they do, that comes first.
    .heavier = Something heavier
    .heavier-like = something heavier | heavier | it's heavier | more than that | both | i'm not ok | i'm not okay | not okay | i'm not safe | i don't know anymore
    .interview = It is the interview
    .interview-like = the interview | it's the interview | only the interview | just the interview | just the job | it's the job | nothing else | nothing heavier | i'm fine | i'm ok | i'm okay | all good | go on

breather-loop = This thought has come round more than once now, and going over it again will not settle it; that holds for anybody. One concrete thing helps, or a rest. Which?
    .v2 = It is coming back to the same place, as such hours do. What gets out of it is something small and concrete, or leaving it for today. What shall it be?
    .v3 = Here it is again, the same blame. It says how much it mattered, and no more than that. Something concrete now, or enough for today?
    .short = Something concrete, write it out, or enough for today?
    .why = So that we do not go round with it. The same thought over and over makes a bad day longer.
    .on = Something concrete
    .on-like = concrete | something concrete | something small | the question | go on | next | carry on | continue | help me
    .talk = Write it out once
    .talk-like = write it out | write it down | write | just talk | talk | get it out | vent
    .later = Enough for today
    .later-like = enough | enough for today | later | tomorrow | rest | leave it | stop | not now
