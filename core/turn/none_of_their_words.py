"""What stands where words of their own are asked for, and is none: told once more, a wish, nothing known of a place.

"I told you. I was rude" tells what happened and not what they would say; "yes I want the job" is kept as that; "I dunno
anything about them" takes the list along. The rule a newcomer could break: whatever may be an answer is one.
"""

from __future__ import annotations

from core import lines
from core.flows import prepare
from core.questions import Words
from core.state import Shown
from core.turn.answering import answer, take
from core.turn.options import meaning, pick
from core.turn.workbench import Workbench
from core.understanding import Reading
from core.understanding.commands import Command
from core.understanding.expressions import expression
from core.understanding.text import brief

_FOR_THEM = ("unsaid-", "point-")
_OF_THE_PLACE = ("known-", prepare.FOUR_ITEMS.name, prepare.ABOUT_US.name)
_MOST_TOLD_AGAIN = 9
"""In words; what is longer may be the answer as well."""
_TELLS_WHAT_WAS = expression(
    r"(?!.*\b(?:would|i'd|should|could)\b)(?:(?:that|because|cos|how|about) )*(?:i (?:was|did|didn'?t|said|froze|got|had|went|forgot|told|just|mixed|messed|blanked|couldn'?t)|it(?:'?s| was| is)|he|she|they|that(?:'s| was)|the)\b.*"
)
_WANTS_IT = expression(
    r"(?:(?:yes|yeah|yep|yup|ya|of course|course|obviously|sure|ok|and|but|well|oh|no doubt|honestly|tbh|lol)[,.! ]+)*(?:i )?(?:(?:do|still|really|just|so|badly|very much|would|'d|definitely|absolutely) )*(?:want|need|love|like) (?:it|(?:the|this|that) (?:job|role|post|position|one|work|place))"
    r"(?:[, ]+(?:(?:so|very|really) (?:much|bad|badly)|a lot|badly|still|though|tho|more than anything|please|yes|obviously|of course|tbh|lol|sir|madam))*[.! ]*"
)
_KNOWS_NOTHING = expression(
    r"(?:(?:yes|yeah|ok|well|but|honestly|tbh|hm+|um+|lol|i|really|just|do|have)[,. ]+)*(?:dunno|don'?t (?:really )?know|(?:know|knows) nothing|no (?:idea|clue)|idk|haven'?t (?:a clue|looked|got a clue)|not a clue)\b(?: (?:any ?thing|much|a thing|nothing|what|who|the first thing|about|of|on|really|they|it|them|em|'em|that|this|do|does|place|company|the|at all|yet|tbh|lol|sorry|either))*[.! ]*"
)


def told(bench: Workbench, shown: Shown, reading: Reading, *, is_reproach: bool) -> bool:
    """Whether it was one of these, which is met then."""
    if shown.kind != Words.kind:
        return False
    text = brief(reading.text)
    if shown.name.startswith(_OF_THE_PLACE) and _KNOWS_NOTHING.fullmatch(text):
        option = meaning(shown.options, Command.MAYBE)
        if option is not None:
            answer(bench, pick(shown, option, bench.now))
        return option is not None
    if is_reproach and shown.name.startswith(_FOR_THEM + _OF_THE_PLACE):
        if len(text.split()) > _MOST_TOLD_AGAIN or _TELLS_WHAT_WAS.fullmatch(text) is None:
            return False
        bench.say(lines.TOLD_ALREADY)
        bench.proceed(short=True)
        return True
    if not shown.name.startswith(_FOR_THEM) or _WANTS_IT.fullmatch(text) is None:
        return False
    take(bench, {"wants-job": "yes"})
    bench.proceed(short=True)
    return True
