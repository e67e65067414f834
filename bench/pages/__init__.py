"""How soon a page is there, how still it stands, and how smoothly it scrolls."""
