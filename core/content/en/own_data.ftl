### What people can do with all that they have told: see it, take it along, erase one interview, set its time.

my-data-what = What would you like to do?
    .v2 = Shall I do something with it?
    .v3 = Which of these, if any?
    .short = Which of these?
    .why = It is yours, so what becomes of it is for you to say.
    .export = Give me the files
    .export-like = files | the files | export | a copy | download | take it along | take it with me
    .erase-one = Erase one interview
    .erase-one-like = one interview | erase one | delete one | one of them | a part | part of it
    .erase-all = Erase everything
    .erase-all-like = everything | all of it | delete it all | delete everything | erase it | delete it | the whole lot
    .how-long = Change how long
    .how-long-like = how long | the time | months | longer | shorter | keep it longer
    .nothing = Leave it as it is
    .nothing-like = nothing | leave it | none | no thanks | that's fine | thats fine | just wanted to know | not now | nope

my-data-as-it-is = It all stays as it is.
    .v2 = Nothing was changed.
    .v3 = Left as it was; "my data" brings this up again.

erase-one-which = Which interview shall go, with all that you wrote about it?
    .v2 = Which one is to be erased?
    .v3 = Tell me which interview I am to erase; the others stay.
    .short = Which one?
    .why = Only that one goes; I ask so that it is not the wrong one.
    .none = None of them
    .none-like = none | nothing | no | not now | never mind | nevermind | keep them | keep all | forget it

erase-one-really = { $title }: your words, the drafts and what was still to come would be erased at once and for good. The other interviews stay. Shall I?
    .v2 = All that you told me about { $title } would go, now and for ever, and nothing about any other. Are you sure?
    .v3 = Erase { $title }, with no way back, and leave the rest as it is?
    .short = Erase this one?
    .why = It cannot be undone, so I ask once.
    .yes = Yes, erase it
    .yes-like = erase it | delete it | do it | go ahead | erase | delete
    .no = No, keep it
    .no-like = don't | dont | do not | keep it | keep | no | not | wait | sorry | mistake

erase-one-kept = Nothing was erased.
    .v2 = Then they all stay.
    .v3 = Kept, every one of them.

keep-for-how-long = How long after your last visit shall I keep it?
    .v2 = Counted from your last visit: how long may it stay?
    .v3 = For how long is it to be kept, once you no longer come?
    .short = How long?
    .why = Some want their words back after a year, others want them gone after a month or two of quiet.
    .months-3 = 3 months
    .months-3-like = three months | 3 | three | a quarter
    .months-6 = 6 months
    .months-6-like = six months | 6 | six | half a year
    .months-12 = 12 months
    .months-12-like = twelve months | 12 | twelve | a year | one year | 1 year
    .months-24 = 24 months
    .months-24-like = twenty-four months | 24 | two years | 2 years

keep-for-as-before = The time stays as it was.
    .v2 = Unchanged, then.
    .v3 = Nothing changes about that.

ends-soon-what = What shall become of it?
    .v2 = Keep it, take it along, or let it go?
    .v3 = Would you like it kept?
    .short = Keep it?
    .why = I erase what nobody comes back to, and tell you before.
    .keep = Keep it
    .keep-like = keep | keep it | keep everything | leave it | stay | don't erase | dont erase | i still need it
    .export = Give me the files
    .export-like = files | the files | export | a copy | download | send it to me
    .erase-all = Erase it all now
    .erase-all-like = erase it | delete it | erase | delete | let it go | not needed | gone | you can delete it | go ahead and delete it

ends-soon-kept-on = It is kept; the time begins anew from today.
    .v2 = Then it all stays, counted from now.
    .v3 = Kept, from today on again.
