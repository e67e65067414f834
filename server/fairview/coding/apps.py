from django.apps import AppConfig


class CodingConfig(AppConfig):
    name = "fairview.coding"
    label = "coding"
