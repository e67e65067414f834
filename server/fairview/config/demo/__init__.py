"""What `fairview serve --demo` begins with: one organisation, its people, a pool, a lot and its interviews,
all made by the product's own actions."""

from fairview.config.demo.story import create_demo

__all__ = ["create_demo"]
