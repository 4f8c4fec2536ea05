"""An outside geocoder, off until an administrator names one: asked only for names that the gazetteer does not know.

Nothing but the name leaves: no sentence, no document, no id. Reading documents never waits for it; the answers are put
into the records afterwards (:mod:`core.places.geocoder.placing`).
"""
