"""What is a kind of damage, and all kinds there are, in the order of their registration."""

KINDS = {}


def kind(recoverable=True):
    def register(function):
        KINDS[function.__name__] = (function, recoverable)
        return function
    return register
