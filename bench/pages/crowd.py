"""Fills a pool with so many made-up people, straight into the desk of a house: `FAIRVIEW_DATA` says which.

    python -m bench.pages.crowd PEOPLE

Prints the pool's id.
"""

import os
import subprocess
import sys
from random import Random

from e2e.house import House

NAMES = ["Ana", "Bela", "Chidi", "Dora", "Emeka", "Fatma", "Goran", "Hana", "Ivo", "Jun", "Kofi", "Lea"]
FAMILIES = ["Amari", "Berg", "Castro", "Diallo", "Endo", "Fischer", "Garcia", "Haddad", "Ito", "Jansen"]
ZONES = ["Europe/Berlin", "Europe/Lisbon", "Africa/Lagos", "Asia/Tokyo", "America/Bogota"]
WARDS = ["Children", "Heart", "Emergency", "Surgery"]


def fill(people: int) -> str:
    from fairview.accounts.public import Organisation
    from fairview.candidates.engine import fold
    from fairview.candidates.models import Candidate, Pool, PoolMember

    chance = Random(people)
    organisation = Organisation.objects.get()
    pool = Pool.objects.create(organisation=organisation, name=f"{people:,} people", columns=["Ward", "Mark"])
    candidates = []
    for number in range(people):
        name = f"{chance.choice(NAMES)} {chance.choice(FAMILIES)} {number}"
        email = f"person.{number}@crowd.example"
        candidates.append(
            Candidate(
                organisation=organisation,
                name=name,
                email=email,
                zone=chance.choice(ZONES),
                search_text=fold(f"{name} {email}"),
            )
        )
    Candidate.objects.bulk_create(candidates, batch_size=1000)
    members = [
        PoolMember(
            pool=pool,
            candidate=candidate,
            values={"Ward": chance.choice(WARDS), "Mark": f"{chance.randint(10, 50) / 10}"},
        )
        for candidate in candidates
    ]
    PoolMember.objects.bulk_create(members, batch_size=1000)
    return str(pool.id)


def crowded_pool(house: House, people: int) -> str:
    command = [sys.executable, "-m", "bench.pages.crowd", str(people)]
    filled = subprocess.run(command, env=house.environment, capture_output=True, text=True, check=True)
    return filled.stdout.strip()


if __name__ == "__main__":
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "fairview.config.settings"
    django.setup(set_prefix=False)
    print(fill(int(sys.argv[1])))
