from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "fairview.reports"
    label = "reports"
