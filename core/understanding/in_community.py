"""What people say to have a note passed on to staff or taken back, and to find, leave or report a practice partner.

The texts come folded and without their final stop. The rule a newcomer could break: a note of thanks goes to the
interviewers, so only what names staff, or passes a note "on", is meant for them.
"""

from __future__ import annotations

import re

_FRONT = r"(?:(?:please|hey|hi|so|and|ok|okay|yes|but|well|actually|sorry|i think|can (?:you|we|i)|could (?:you|we|i)|would you|i(?:'d| would)? (?:want|like|need|wish)(?: you)? to|i wanna|let me|let's|lets|how (?:do|can) i)[, ]+)*"
_END = r"(?:[, ]+(?:please|pls|now|then|here|again|thanks|thank you|after all|for me|through you|if possible))*"
_STAFF = r"(?:the |your |my |our )?(?:staff|careers? (?:team|cent(?:er|re)|office|service)|team here|people here|counsell?ors?)"
NOTE = re.compile(
    rf"{_FRONT}(?:pass|send|bring|take|forward) (?:on )?(?:a|another|one more|my|this|the) (?:short )?(?:note|message|word|line) on(?: to {_STAFF})?{_END}"
    rf"|{_FRONT}(?:pass|send|leave|give|write|bring|take|forward|hand) (?:on )?(?:a |another |one more |my |this |the )?(?:short )?(?:note|message|word|line|reply|answer) (?:on |over |back )?(?:to|for|with) {_STAFF}{_END}"
    rf"|{_FRONT}(?:write|reply|respond|message|text|answer) (?:back )?(?:to )?{_STAFF}{_END}"
    rf"|{_FRONT}(?:give|send|pass) {_STAFF} (?:a|another|my|this) (?:short )?(?:note|message){_END}"
    rf"|(?:a )?(?:note|message) to {_STAFF}{_END}"
)
"""A note to staff, and nothing to settle before it."""
NOTE_BACK = re.compile(
    rf"{_FRONT}take (?:it|that|(?P<words>(?:my |the |that )?(?:note|message)(?: to {_STAFF})?)) (?:back|down)(?: (?P<from>from {_STAFF}))?{_END}"
    rf"|{_FRONT}(?:withdraw|unsend|recall|take back|take down) (?:my|the|that) (?P<named>(?:note|message|report)(?: (?:to|from|for) {_STAFF})?){_END}"
    rf"|{_FRONT}(?:delete|remove) (?:my|the|that) (?P<deleted>(?:note|message) (?:to|from|for) {_STAFF}){_END}"
)
"""A note to staff taken back; a group holds what it is called, where it is called anything."""
_PARTNER = r"(?:(?:practi[cs]e|mock|interview|training)(?: interview)? )?partner"
PARTNER = re.compile(
    rf"{_FRONT}(?:find|get|give|look for|arrange|have|need|want)(?: me)? (?:a|another|some|my) {_PARTNER}(?: to practi[cs]e with)?{_END}"
    rf"|{_FRONT}(?:i (?:want|need) |i'd like |find me |is there )(?:a|another|somebody|someone|anybody|anyone|a partner|another member)(?: here)? (?:{_PARTNER}|(?:to|who (?:wants|could|would|can)(?: to)?) (?:practi[cs]e|do a mock interview|rehearse)(?: with(?: me)?)?){_END}"
    rf"|{_FRONT}practi[cs]e with (?:another member|somebody here|someone here|a partner|others here){_END}"
    r"|(?:a )?(?:practi[cs]e|mock interview) partner,? please"
)
NO_PARTNER = re.compile(
    rf"{_FRONT}(?:no|cancel|drop|leave|stop|quit|remove|without)(?: (?:looking for|the|my|a|any|with the|more))* {_PARTNER}(?: any ?more| search)?{_END}"
    rf"|{_FRONT}i (?:don't|dont|do not) (?:want|need) (?:the|a|my|any) {_PARTNER}(?: any ?more)?{_END}"
    rf"|{_FRONT}(?:i (?:can't|cant|cannot)|i won't|unable to) (?:make|meet|practi[cs]e with|do) (?:it with )?(?:my|the) {_PARTNER}{_END}"
)
REPORT = re.compile(
    rf"{_FRONT}(?:report|complain about) (?:my|the|this|that) {_PARTNER}{_END}|{_FRONT}(?:my|the) {_PARTNER} (?:was|is|has been|were) (?:rude|abusive|harassing(?: me)?|threatening(?: me)?|creepy|inappropriate){_END}"
)
