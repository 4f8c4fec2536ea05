"""How much of what is broken on purpose the tests notice, in the parts that must not break."""
