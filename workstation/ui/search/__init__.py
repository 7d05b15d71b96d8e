"""Finding anything as it is typed: people, contacts, orders, products, answers, commands."""
