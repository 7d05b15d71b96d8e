"""What the places in a text kept ready are called, in the language of the desk."""

from workstation.ui.words import translate


def place_name(place: str) -> str:
    """Of one of `PLACES`: "First name of the customer" for "customer.first_name"."""
    return {
        "customer.first_name": translate("places", "First name of the customer"),
        "customer.name": translate("places", "Name of the customer"),
        "order.number": translate("places", "Number of the order"),
        "order.state": translate("places", "State of the order"),
        "product.name": translate("places", "Name of the product"),
        "agent.first_name": translate("places", "Your own first name"),
        "today": translate("places", "Date of today"),
    }.get(place, place)
