"""The version of the program, as the readings that it makes are marked with."""

VERSION = "0.2.0"
