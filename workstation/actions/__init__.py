"""VERBS: everything a person can do, one file each. `base.py` says how to add one."""

from workstation.actions.add_customer_note import AddCustomerNote
from workstation.actions.answer_call import AnswerCall
from workstation.actions.assign import Assign
from workstation.actions.base import Action, ContactAction, Moment, Refused, World
from workstation.actions.call_back import CallBack
from workstation.actions.claim import Claim
from workstation.actions.dismiss_match import DismissMatch
from workstation.actions.files import File
from workstation.actions.hang_up_call import HangUpCall
from workstation.actions.hold_call import HoldCall
from workstation.actions.identify_customer import IdentifyCustomer
from workstation.actions.link_customer import LinkCustomer
from workstation.actions.mark_read import MarkRead
from workstation.actions.mark_unread import MarkUnread
from workstation.actions.merge_customers import MergeCustomers
from workstation.actions.note import Note
from workstation.actions.rate_call_hint import RateCallHint
from workstation.actions.release import Release
from workstation.actions.remove_answer import RemoveAnswer
from workstation.actions.remove_customer_note import RemoveCustomerNote
from workstation.actions.remove_snippet import RemoveSnippet
from workstation.actions.remove_view import RemoveView
from workstation.actions.reopen import Reopen
from workstation.actions.reply import Reply, TemplateChoice
from workstation.actions.resume_call import ResumeCall
from workstation.actions.retry_delivery import RetryDelivery
from workstation.actions.save_answer import SaveAnswer
from workstation.actions.save_draft import SaveDraft
from workstation.actions.save_snippet import SaveSnippet, SnippetDeeds
from workstation.actions.save_view import SaveView
from workstation.actions.set_call_limits import SetCallLimits
from workstation.actions.set_customer_preferences import SetCustomerPreferences
from workstation.actions.set_dial import SetDial
from workstation.actions.set_presence import SetPresence
from workstation.actions.set_promise import SetPromise
from workstation.actions.settle_call_hint import SettleCallHint
from workstation.actions.snooze import Snooze
from workstation.actions.tag_contact import TagContact
from workstation.actions.transfer import Transfer
from workstation.actions.transfer_call import TransferCall
from workstation.actions.unmerge_customer import UnmergeCustomer
from workstation.actions.wrap_up import WrapUpContact

ACTIONS: dict[str, type[Action]] = {
    action.kind: action
    for action in (
        Reply,
        Note,
        SaveDraft,
        Claim,
        Release,
        Assign,
        Transfer,
        Snooze,
        Reopen,
        MarkRead,
        MarkUnread,
        TagContact,
        SaveView,
        RemoveView,
        SetPromise,
        LinkCustomer,
        MergeCustomers,
        UnmergeCustomer,
        DismissMatch,
        SetCallLimits,
        SetDial,
        WrapUpContact,
        SetPresence,
        RetryDelivery,
        IdentifyCustomer,
        AnswerCall,
        HoldCall,
        ResumeCall,
        HangUpCall,
        TransferCall,
        CallBack,
        AddCustomerNote,
        RemoveCustomerNote,
        SetCustomerPreferences,
        SaveAnswer,
        RemoveAnswer,
        SettleCallHint,
        RateCallHint,
        SaveSnippet,
        RemoveSnippet,
    )
}
"""The registry: the name on the wire, and the action."""

__all__ = [
    "ACTIONS",
    "Action",
    "AddCustomerNote",
    "AnswerCall",
    "Assign",
    "CallBack",
    "Claim",
    "ContactAction",
    "DismissMatch",
    "File",
    "HangUpCall",
    "HoldCall",
    "IdentifyCustomer",
    "LinkCustomer",
    "MarkRead",
    "MarkUnread",
    "MergeCustomers",
    "Moment",
    "Note",
    "RateCallHint",
    "Refused",
    "Release",
    "RemoveAnswer",
    "RemoveCustomerNote",
    "RemoveSnippet",
    "RemoveView",
    "Reopen",
    "Reply",
    "ResumeCall",
    "RetryDelivery",
    "SaveAnswer",
    "SaveDraft",
    "SaveSnippet",
    "SaveView",
    "SetCallLimits",
    "SetCustomerPreferences",
    "SetDial",
    "SetPresence",
    "SetPromise",
    "SettleCallHint",
    "SnippetDeeds",
    "Snooze",
    "TagContact",
    "TemplateChoice",
    "Transfer",
    "TransferCall",
    "UnmergeCustomer",
    "World",
    "WrapUpContact",
]
