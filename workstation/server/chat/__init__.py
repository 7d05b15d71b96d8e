"""The web chat at the office: visitors of the shop's pages, let in, written to and heard."""
