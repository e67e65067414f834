from django.apps import AppConfig


class WiringConfig(AppConfig):
    name = "fairview.config"
    label = "wiring"

    def ready(self) -> None:
        from fairview.config.subscriptions import SUBSCRIPTIONS
        from fairview.kit.events import connect

        connect(SUBSCRIPTIONS)
