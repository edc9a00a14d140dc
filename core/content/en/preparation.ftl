### What is laid in front of somebody before an interview. All of it is theirs, or a question.

preparation-checklist = Four things to know about { $about }
preparation-history = History
preparation-strengths = Strengths
preparation-achievements = Achievements
preparation-goals = Goals for the next 5 to 10 years
preparation-found = { $item }: { $words }
preparation-known = What you know: { $words }
preparation-to-look-up = { $item }: { $hint }
preparation-history-hint = still to look up (since when, how it began)
preparation-strengths-hint = still to look up (what they are known for)
preparation-achievements-hint = still to look up (what they have done lately that they are proud of)
preparation-goals-hint = still to look up (what they want to build, open or change)
preparation-likely = Likely questions
preparation-likely-in = Likely questions: { $field }
preparation-question = { $number }. { $question }
preparation-own = From your own notes, as you wrote it
preparation-asked = "{ $question }":
preparation-unworded = What you wanted to say:
preparation-if-then = Your plan. If: { $cue }. Then: { $response }.
preparation-about-us = What do you know about us?
preparation-said = "{ $question }" You: { $words }
