"""What opens at a press beside the conversation: a window, or a line that the one who pressed alone sees."""

from __future__ import annotations

from typing import Any

import aiohttp

from bot.slack import vocabulary
from bot.slack.incoming import Asks, Rewrites, Writes
from bot.slack.people import People
from bot.slack.questions import Questions
from bot.slack.views import Views


class Windows:
    """Opens them, at once: a trigger is good for three seconds."""

    def __init__(self, people: People, questions: Questions, views: Views, session: aiohttp.ClientSession) -> None:
        self._people = people
        self._questions = questions
        self._views = views
        self._session = session

    async def open(self, asked: Writes | Rewrites | Asks) -> None:
        """The one for what was pressed; a question of before is said to be one."""
        view = self._view(asked)
        client = await self._people.client(asked.person.tenant)
        await client.views_open(trigger_id=asked.trigger, view=view)

    async def answer(self, response_url: str, told: dict[str, Any]) -> None:
        """Say something to whoever pressed the button of a post, and to nobody else."""
        async with self._session.post(response_url, json={**told, "replace_original": False}) as answered:
            answered.raise_for_status()

    def _view(self, asked: Writes | Rewrites | Asks) -> dict[str, Any]:
        match asked:
            case Writes():
                is_old = bool(asked.question) and self._questions.is_another(asked.person, asked.run, asked.question)
                return self._views.explaining(vocabulary.ASKED_BEFORE) if is_old else self._views.telling(asked)
            case Rewrites():
                return self._views.rewriting(asked)
            case Asks():
                return self._views.asking(asked)
