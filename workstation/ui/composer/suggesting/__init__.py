"""What is offered while one types: a snippet after /, an emoji after :, a colleague after @, an
order after #. A source each, one popup for all."""
