### What a platform did not let the coach do in a channel, for staff. The first of them are the end of a sentence.

refusals-gone = the channel is gone, or the coach cannot see it
refusals-archived = the channel is archived
refusals-not-allowed = the coach may not write or pin there
refusals-open = everybody reads there by now
refusals-pins = the channel has as many pinned messages as it can have
refusals-no-channels = the coach cannot write to channels here
refusals-late = its time was over before the coach could be sure that it stands there
refusals-other = the platform refused it with the word “{ $word }”

refusals-still-stands = { $what } was to be taken out of its channel and may still stand there: { $why }. Look there, and delete it yourselves.
