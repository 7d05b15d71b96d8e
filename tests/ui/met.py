"""On which screen each part of the desk is met, so that the walks leave none out."""

from typing import Final

MET: Final[dict[str, tuple[str, ...]]] = {
    "contact": (
        "BesideMe", "Brand", "CallCard", "ColleagueCard", "Columns", "ComposerView", "Connection",
        "ContactArea", "ContactView", "CustomerPanel", "Face", "Fact", "Flow", "HeaderView",
        "Heading", "HelpButton", "HintLine", "IconButton", "IdentityChip", "InboxList",
        "InboxView", "KeyButton", "Link", "ListTitle", "MainWindow", "MatchCard", "Me",
        "MergedLine", "ModeTab", "NotesPart", "OrderButton", "OrderCard", "OrderLine", "Page",
        "Pill", "PillButton", "PreferencesLine", "SearchField", "SidePanel", "SidebarItem",
        "SidebarView", "StepButton", "TextBox", "TimelineView", "TopBar", "TranscriptView",
        "WelcomeBar", "Words", "WrapUpView",
    ),
    "product": (
        "AnswersView", "Headline", "OpenContacts", "ProductPanel", "Specifications", "Tile",
    ),
    "compare": ("CompareView",),
    "snippets": ("SuggestionsPopup",),
    "emoji": ("EmojiPicker",),
    "palette": ("PaletteField", "PaletteFooter", "PaletteView",),
    "write-answer": ("AnswerForm", "RoundBox",),
    "tag": ("ChoicePopup",),
    "save-view": ("Chip", "DropDown", "ViewForm",),
    "transfer": ("Menu",),
    "settings": ("Segments", "SettingRow", "SettingsView",),
    "settings-writing": ("TickBox",),
    "keys": ("KeyStrip", "KeysView",),
    "help": ("HelpCard",),
    "tour": ("CoachCard", "Spotlight",),
    "what-changed": ("ChangesView",),
    "crash": ("CrashView",),
    "what-works": ("WorksCard",),
    "outbox": ("OutboxView",),
    "write-snippets": ("AfterPart", "DropButton", "SnippetForm", "SnippetsWindow",),
    "pictures": ("Canvas", "ViewerWindow",),
    "answer": ("Answering",),
    "pass-on-with": ("ForwardWindow",),
    "channels": (
        "CallLimitsForm", "Ceiling", "ChannelsView", "DialForm", "Effect", "FieldName",
        "PromiseForm", "UpkeepList",
    ),
    "several": ("BulkBar",),
    "done": ("EmptyState",),
    "filter": ("FilterPopup",),
    "a call in hand": ("CallBar", "CallStrip", "OneLine",),
    "a call that rings": ("RingCard",),
    "a list that is narrowed": ("FilterBar",),
    "a long message": ("ReadingWindow",),
    "a mail as it was designed": ("MailBrowser", "MailWindow",),
    "a passphrase": ("PassphraseDialog",),
    "a reply that comes too late": ("ClosedNote",),
    "a report of what broke": ("CrashBar",),
    "a template": ("TemplateForm",),
    "being away": ("BackBar",),
    "files, a question before sending, and a colleague who looks": (
        "Band", "Doubt", "Faces", "FilesView", "QuietLine",
    ),
    "no connection, and a notice": ("Notices",),
    "signing in": ("SignInView",),
    "what can be undone": ("UndoStrip",),
    "what takes long": ("LongWorkBars", "WorkStrip",),
}  # fmt: skip
"""By screen, or by what happened: the classes of what is then seen."""

ELSEWHERE: Final = {
    "NewestButton",  # over the messages, where the End key does the same
    "Still",  # a picture of the window while it is made anew
}
