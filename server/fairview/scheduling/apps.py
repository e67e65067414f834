from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    name = "fairview.scheduling"
    label = "scheduling"
