from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "fairview.audit"
    label = "audit"
