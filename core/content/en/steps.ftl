### The map of the steps, on request.

steps-all = After an interview there are a few steps, each of them optional, in any order: tell what happened, a thank-you note, a look back, practice, somebody to tell and letting it rest.
    .v2 = These are the steps, none of them a must: what happened, the note, looking back, practising, then setting it down.
    .v3 = The way through: put down what happened, thank them, look back with a day between, practise what went badly, let it rest. Start where you like.

steps-done = Done so far: { $steps }.
    .v2 = Behind you: { $steps }.
    .v3 = This much is done: { $steps }.

steps-nothing-left = Nothing is left to do about this one.
    .v2 = That was all there is to do here.
    .v3 = There is no step left open.

steps-where = Where shall we go on?
    .v2 = Which one now?
    .v3 = What would help most at this moment?
    .short = Which step?
    .why = You can begin anywhere; each step stands by itself.
    .capture = Tell what happened
    .note = The thank-you note
    .call = A call today
    .judge = Look back
    .insiders = Somebody inside
    .insiders-like = somebody inside | someone inside | friend inside | know somebody | know someone
    .practice = Practise an answer
    .feedback = Ask what was missing
    .second-chance = Ask for a second chance
    .let-go = Let it rest
    .prepare = Get ready for the next
    .nothing = Nothing now
    .nothing-like = nothing | none | not now | later | leave it

steps-fine = Fine. All of it is kept.
    .v2 = Then nothing now; say "steps" when you want to see them.
    .v3 = All right. Nothing of it runs away.

steps-name-capture = what happened
steps-name-note = the note
steps-name-call = the call
steps-name-judge = the look back
steps-name-insiders = a message to somebody inside
steps-name-practice = practice
steps-name-feedback = asking what was missing
steps-name-second-chance = asking for a second chance
steps-name-let-go = letting it rest
steps-name-prepare = getting ready
