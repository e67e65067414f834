"""How right both twins of the product's vision are, on clips whose truth is known, stratum by stratum."""
