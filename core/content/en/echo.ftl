### The line in which the coach says back what it understood.

echo-noted = Noted: { $details }.
    .v2 = Got it: { $details }.
    .v3 = Understood: { $details }.

echo-changed = Changed: { $before } is now { $after }, in the drafts too.
    .v2 = Corrected, in the drafts too: { $after }, not { $before }.
    .v3 = Corrected from { $before } to { $after }, wherever it stands.
echo-changed-day = Changed: the interview was { $when }, not { $before }. The drafts say so, too.
    .v2 = Corrected, in the drafts too: the interview was { $when }, not { $before }.
    .v3 = So it was { $when }, and not { $before }; corrected wherever it stands.
echo-yesterday-on = yesterday, { DAY($day) }
echo-changed-plain = Changed: { $before } is now { $after }.
    .v2 = Corrected: { $after }, not { $before }.
    .v3 = Corrected from { $before } to { $after }.

echo-taken-out = Then they did hear it: "{ $words }" is in no draft any more.
    .v2 = Good to know. I have taken "{ $words }" out of the drafts.
    .v3 = "{ $words }" did come up, then, so no draft carries it now.

echo-nobody = Taken out, in the drafts too: nobody there is called { $name }.
    .v2 = Then { $name } was no name of anybody; it stands in no draft any more.
    .v3 = Corrected: no { $name } was there, and no draft says so.

echo-no-note-to = No note to { $name }, then.
    .v2 = { $name } gets none; that is fine.
    .v3 = Then none goes to { $name }.

echo-left-out = Taken out: "{ $words }". It goes to nobody.
    .v2 = "{ $words }" is out again, and in no draft.
    .v3 = Then "{ $words }" goes nowhere; I have taken it out.

echo-role = the { $role } job
echo-today = today
echo-yesterday = yesterday
echo-on = { DAY($day) }{ $year }
echo-size = a panel of { $count }
echo-format = { $format ->
        [phone] by phone
        [video] by video
        [panel] a panel
       *[other] in person
    }
echo-late = { $minutes ->
        [one] a minute late
       *[other] { $minutes } minutes late
    }
echo-late-somehow = late
echo-answer-by = an answer by { DAY($day) }{ $year }
echo-answer-about = an answer by about { DAY($day) }{ $year }
echo-roughly-on = around { DAY($day) }{ $year }
echo-contact = { $contact ->
        [barred] no contact, as they asked
        [open] leave to write to them
       *[other] through a recruiter
    }
echo-outcome = { $outcome ->
        [rejected] a rejection
        [offer] an offer
        [next-round] a next round
        [silence] no answer from them
        [withdrawn] you have withdrawn
       *[other] no answer yet
    }
echo-their-reason = their reason, "{ $reason }"
echo-next-interview = the next interview on { DAY($day) }{ $year }
echo-next-interview-at = the next interview on { DAY($day) } at { TIME($at) }
echo-mock-on = a practice interview on { DAY($day) }{ $year }
echo-insider = somebody you know there
echo-insider-told = { $who } there
echo-signed-by = letters signed { $name }
echo-and-one = and { $words }
echo-wants = { $wish ->
        [yes] you would like the job
       *[other] you no longer want the job
    }
echo-unnamed = { $count ->
        [one] one more, no name yet
       *[other] { $count } more, no names yet
    }
echo-none-named = { $count ->
        [one] one person, no name
       *[other] { $count } people, no names
    }
echo-clock = { $town } time
echo-asked = { $name }, who asked it
echo-asked-on = { $name } ({ $struggle })
echo-asked-both = { $name }, who asked both
