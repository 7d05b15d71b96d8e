"""Take an answer away that is no longer true."""

from workstation.actions.base import Action, Moment, Ref
from workstation.actions.save_answer import changeable
from workstation.models import Answer


class RemoveAnswer(Action):
    kind = "remove_answer"
    permission = "answers"

    answer_id: Ref

    def apply(self, moment: Moment) -> None:
        answer = moment.need(Answer, self.answer_id)
        changeable(moment, answer)
        answer.active = False
