"""How much is read: beyond these a file is refused with a sentence, so that one upload cannot fill the machine."""

MAX_BYTES = 200 * 1024 * 1024
"""Size of an upload; ``server.maxUploadSize`` in ``.streamlit/config.toml`` says the same to the browser."""

MAX_CHARACTERS = 20_000_000
"""Length of the text of one document, about 3 million words."""

LONG_CHARACTERS = 300_000
"""From here on a reader is told that a document takes its time: about a minute on a small machine."""

MAX_SMART_HTML = 3_000_000
"""Characters of markup up to which the main text of a page is looked for; longer pages give all their text."""
