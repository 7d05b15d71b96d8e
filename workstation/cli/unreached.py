"""Why a database cannot be worked on, in a sentence that says what to do."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

    from workstation.server.store.database import Database

NEWER = "the database was made by a newer version of this program: install that version"


def why(database: "Database", error: "DBAPIError") -> str:
    """`error` is what the database, or the way to it, answered."""
    said = " ".join(str(error.orig).split())
    file = None if database.is_postgresql else database.url.database
    if file and "not a database" in said:
        return f"{file} is there, and is not a database: name another file"
    if file and "unable to open" in said:
        return f"the database {file} cannot be opened: its folder must be there, and yours"
    if file and "readonly" in said:
        return f"the database {file} may only be read: let this user write to it and its folder"
    return f"the database does not answer: {said}"
