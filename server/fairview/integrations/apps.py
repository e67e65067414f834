from django.apps import AppConfig


class IntegrationsConfig(AppConfig):
    name = "fairview.integrations"
    label = "integrations"
