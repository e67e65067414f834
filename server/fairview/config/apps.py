from django.apps import AppConfig


class WiringConfig(AppConfig):
    name = "fairview.config"
    label = "wiring"

    def ready(self) -> None:
        from fairview.candidates.public import interview_counts
        from fairview.config.subscriptions import SUBSCRIPTIONS, TASKS
        from fairview.kit.events import connect
        from fairview.rooms.public import has_candidate
        from fairview.scheduling.public import count_interviews, room_presence

        connect(SUBSCRIPTIONS, TASKS)
        interview_counts.count = count_interviews
        room_presence.has_candidate = has_candidate
