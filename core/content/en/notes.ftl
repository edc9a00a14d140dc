### The person's own notes, given back.

notes-title = Your notes
notes-title-at = Your notes: { $place }
notes-happened = What happened: { $words }
notes-asked = They asked: { $question }
notes-asked-too = They also asked: { $questions }
notes-answer = What you would say now: { $words }
notes-point = What they should know: { $words }
notes-well = Went well: { $areas }.
notes-badly = Went badly: { $areas }.
notes-area = About { $area }: { $words }
notes-did-well = To do again: { $words }
notes-did-badly = To do differently: { $words }
notes-they-named = What they gave as the reason: { $words }
notes-learnt = Learnt: { $words }
notes-if-then = The plan: if { $cue }, then { $response }
notes-feelings = The feeling: { $before } at first, { $after } later.
area-first-impressions = first impressions
area-body-language = body language
area-confidence = confidence
area-answers = your answers
area-questions-asked = your questions to them
area-closing = the closing
