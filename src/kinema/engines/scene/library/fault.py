"""What is wrong with a library file, said so that its author can mend it."""


class Fault(ValueError):
    """An entry of the object library cannot be read.

    The message names file, entry and line, and what was expected.
    """

    def __init__(self, file: str, entry: str, line: int, wrong: str) -> None:
        super().__init__(f"{file}, [{entry}], line {line}: {wrong}")
