"""What part a place plays: where something happens, who acts, or neither."""

from core.models import Role
from core.places.mention import Mention
from core.places.tokens import Tokens


def role_of(tokens: Tokens, mention: Mention) -> Role:
    return "other" if mention.adjective else "scene"
