"""Where Alembic meets our database: on the connection it is handed, in that connection's
transaction."""

from alembic import context

from workstation.models import Base, office

assert office  # the server's own tables belong to the metadata too

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
with context.begin_transaction():
    context.run_migrations()
