<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AnswersView</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComposerView</name>
    <message numerus="yes">
        <source>At most %n file(s) at once</source>
        <translation>
            <numerusform>At most %n file at once</numerusform>
            <numerusform>At most %n files at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s)…</source>
        <translation>
            <numerusform>Reading %n file…</numerusform>
            <numerusform>Reading %n files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message numerus="yes">
        <source>%n earlier order(s)</source>
        <translation>
            <numerusform>%n earlier order</numerusform>
            <numerusform>%n earlier orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewestButton</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bulk</name>
    <message numerus="yes">
        <source>%n contact(s) leave your teams.</source>
        <translation>
            <numerusform>%n contact leaves your teams.</numerusform>
            <numerusform>%n contacts leave your teams.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) assigned to {name}</source>
        <translation>
            <numerusform>%n contact assigned to {name}</numerusform>
            <numerusform>%n contacts assigned to {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) taken</source>
        <translation>
            <numerusform>%n contact taken</numerusform>
            <numerusform>%n contacts taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) given back to the team</source>
        <translation>
            <numerusform>%n contact given back to the team</numerusform>
            <numerusform>%n contacts given back to the team</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) to {name}</source>
        <translation>
            <numerusform>%n contact to {name}</numerusform>
            <numerusform>%n contacts to {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) snoozed</source>
        <translation>
            <numerusform>%n contact snoozed</numerusform>
            <numerusform>%n contacts snoozed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) tagged “{name}”</source>
        <translation>
            <numerusform>%n contact tagged “{name}”</numerusform>
            <numerusform>%n contacts tagged “{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” taken off %n contact(s)</source>
        <translation>
            <numerusform>“{name}” taken off %n contact</numerusform>
            <numerusform>“{name}” taken off %n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) marked as read</source>
        <translation>
            <numerusform>%n contact marked as read</numerusform>
            <numerusform>%n contacts marked as read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) marked as unread</source>
        <translation>
            <numerusform>%n contact marked as unread</numerusform>
            <numerusform>%n contacts marked as unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changing %n contact(s)</source>
        <translation>
            <numerusform>Changing %n contact</numerusform>
            <numerusform>Changing %n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restoring %n contact(s)</source>
        <translation>
            <numerusform>Restoring %n contact</numerusform>
            <numerusform>Restoring %n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) as before</source>
        <translation>
            <numerusform>%n contact as before</numerusform>
            <numerusform>%n contacts as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) stayed as they were.</source>
        <translation>
            <numerusform>%n contact stayed as it was.</numerusform>
            <numerusform>%n contacts stayed as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>composer</name>
    <message numerus="yes">
        <source>%n place(s) to fill in</source>
        <translation>
            <numerusform>%n place to fill in</numerusform>
            <numerusform>%n places to fill in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to send</source>
        <translation>
            <numerusform>%n waiting to send</numerusform>
            <numerusform>%n waiting to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things were refused: look at them</source>
        <translation>
            <numerusform>%n thing was refused: look at it</numerusform>
            <numerusform>%n things were refused: look at them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things wait to be sent</source>
        <translation>
            <numerusform>%n thing waits to be sent</numerusform>
            <numerusform>%n things wait to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tries again in %n seconds</source>
        <translation>
            <numerusform>Tries again in %n second</numerusform>
            <numerusform>Tries again in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{here} of {all} contact(s)</source>
        <translation>
            <numerusform>{here} of {all} contact</numerusform>
            <numerusform>{here} of {all} contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>contact</name>
    <message numerus="yes">
        <source>%n picture(s) of this mail are elsewhere. Fetching them tells the sender that, when and where the mail is read.</source>
        <translation>
            <numerusform>%n picture of this mail is elsewhere. Fetching it tells the sender that, when and where the mail is read.</numerusform>
            <numerusform>%n pictures of this mail are elsewhere. Fetching them tells the sender that, when and where the mail is read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving %n file(s)</source>
        <translation>
            <numerusform>Saving %n file</numerusform>
            <numerusform>Saving %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in {folder}.</source>
        <translation>
            <numerusform>%n file saved in {folder}.</numerusform>
            <numerusform>%n files saved in {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be fetched now.</source>
        <translation>
            <numerusform>%n file cannot be fetched now.</numerusform>
            <numerusform>%n files cannot be fetched now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The customer has written %n time(s).</source>
        <translation>
            <numerusform>The customer has written %n time.</numerusform>
            <numerusform>The customer has written %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This has been going on for %n minute(s).</source>
        <translation>
            <numerusform>This has been going on for %n minute.</numerusform>
            <numerusform>This has been going on for %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is about %n different thing(s).</source>
        <translation>
            <numerusform>This is about %n thing.</numerusform>
            <numerusform>This is about %n different things.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>notify</name>
    <message numerus="yes">
        <source>%n things for you</source>
        <translation>
            <numerusform>%n thing for you</numerusform>
            <numerusform>%n things for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers write</source>
        <translation>
            <numerusform>%n customer writes</numerusform>
            <numerusform>%n customers write</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You are given %n contacts</source>
        <translation>
            <numerusform>You are given %n contact</numerusform>
            <numerusform>You are given %n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You are mentioned %n times</source>
        <translation>
            <numerusform>You are mentioned %n time</numerusform>
            <numerusform>You are mentioned %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers should hear from you now</source>
        <translation>
            <numerusform>%n customer should hear from you now</numerusform>
            <numerusform>%n customers should hear from you now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls ring</source>
        <translation>
            <numerusform>%n call rings</numerusform>
            <numerusform>%n calls ring</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>outbox</name>
    <message numerus="yes">
        <source>Tried %n time(s) so far.</source>
        <translation>
            <numerusform>Tried %n time so far.</numerusform>
            <numerusform>Tried %n times so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>passphrase</name>
    <message numerus="yes">
        <source>Use at least %n character(s).</source>
        <translation>
            <numerusform>Use at least %n character.</numerusform>
            <numerusform>Use at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>presence</name>
    <message numerus="yes">
        <source>%n minutes more</source>
        <translation>
            <numerusform>%n minute more</numerusform>
            <numerusform>%n minutes more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sidebar</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
</TS>
