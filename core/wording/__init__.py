"""Amounts, days, lists, countries and languages in the words and signs of a newsroom."""

from core.wording.amounts import SIGNS, amount, number, plural
from core.wording.countries import country
from core.wording.days import day, days
from core.wording.languages import language
from core.wording.lists import counted, listing

__all__ = ["SIGNS", "amount", "counted", "country", "day", "days", "language", "listing", "number", "plural"]
