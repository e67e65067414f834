"""Live rooms: who may come in, who is there, when it starts and ends, and how their devices find each other.

Words. *RoomSession*: one held interview. *Participant*: a person in it. *Ticket*: the desk's signed word that
lets one participant open the live socket within a minute. *Facts*: what the desk knows of a room, handed
whole to the live plane at each change. *Lobby*: where the candidate waits until an interviewer admits them.

Invariants: start and end are explicit acts of an interviewer; consent comes before any observation; one
device of a candidate is live at a time.
"""
