"""Titles before names."""

from __future__ import annotations

TITLES = frozenset(
    "admiral ambassador archbishop attorney baron baroness bishop brigadier brother capt captain cardinal "
    "chair chairman "
    "chairperson chairwoman chancellor chief cmdr col colonel commander commissioner comrade congressman "
    "congresswoman constable coordinator corporal councillor councilman councilwoman count countess coroner deputy "
    "detective director doctor dr duchess duke emir father former frau gen general gov governor herr "
    "imam inspector judge justice king lady lawmaker leader lieutenant lord lt madam madame magistrate maj "
    "major mayor md messrs minister miss monsignor mr mrs ms mx officer pastor patriarch pope pm "
    "premier president prime prince princess prof professor prosecutor queen rabbi rector rep representative "
    "reverend rev rev sec secretary sen senator sergeant sgt sheikh sheriff sir sister speaker spokesman "
    "spokesperson spokeswoman superintendent supt sultan treasurer tsar vice-president".split()
)
"""Words that stand before a name and are not part of it."""
