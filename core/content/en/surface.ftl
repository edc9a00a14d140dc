### What more than one surface says around the conversation. Labels of buttons at most 30 characters, titles 24.

surface-edit = Put in my own words
surface-shorter = Shorter
surface-sent = Mark as sent
surface-own-text-title = In your own words

surface-under-way = Under way
surface-coming = What I will send you
surface-felt = How it felt
surface-settings = When I may write
surface-kept = What you write here is kept until { $months } months after you were last here, or until you erase it. "My data" shows all there is.

surface-nothing-under-way = Nothing yet. Tell me about an interview whenever you like.
surface-nothing-coming = Nothing is coming from me.
surface-held = Nothing comes from me until you want to go on. I am here when you write.
surface-stopped = You asked me not to write first, so nothing comes. "Go on" changes that.
surface-go-on = Go on where we stopped
surface-next = Next, if you like: { $step }
surface-comes-at = { WEEKDAY($at) } { TIME($at) }: { $about }
surface-how-to-change = A day and an hour move one ("move the look back to Friday at 10"); "stop writing" ends them all.
surface-felt-on = { $title }: { $feeling } on { DAY($on) }
surface-zone = Your clock is the one of { $town }.
surface-no-zone = I do not know your time zone yet, so nothing comes at an hour of yours.
surface-hours = Between { TIME($from) } and { TIME($until) }, unless you name another hour.
surface-paused = Nothing before { DAY($until) }, { TIME($until) }.
