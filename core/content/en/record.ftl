### One interview given back whole, in the chat and in the file a person keeps.

record-title = { $place }, { $on }
record-title-undated = { $place }
record-earlier = an earlier day
record-an-interview = An interview
record-on = { DAY($day) } { $year }

record-story = What happened
record-questions = What they asked
record-looking-back = Looking back
record-feelings = How it felt
record-sent = What you sent
record-after = Afterwards
record-else = Also written

record-noted = Noted: { $details }.
record-asked = They asked
record-topic = What you call it
record-first-answer = What you would have said
record-better-answer = Your later answer
record-practised = Practised on { $on }
record-asked-too = They also asked
record-point = What they should know
record-well = Went well: { $areas }.
record-badly = Went badly: { $areas }.
record-area = About { $area }
record-area-else = Something else
record-did-well = To do again
record-did-badly = To do differently
record-change = What you would change
record-learnt = Learnt
record-if = If
record-then = Then
record-nervous = Nervous going in: { $number } of 10.
record-felt = The feeling, from 0 (fine) to 10 (awful): { $feelings }.
record-felt-on = { $feeling } on { $on }
record-note-sent = The note to { $reader } went out on { $on }.
record-note-text = The note
record-check-in-sent = The text that asks where they stand went out on { $on }.
record-own-note = The note in your own words, not marked as sent
record-shared = Whom you named to tell
record-label = { $label }:
