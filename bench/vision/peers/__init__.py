"""The product's pipeline beside its peers: on the same frames, one after the other, in one page."""
