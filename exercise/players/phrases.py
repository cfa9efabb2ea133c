"""Neutral sentences that any delegation can say, beside the lines of its role.

Titles of options begin with a capital: they stand after a colon or in quotation marks. Issues are named as within a sentence.
"""

from collections.abc import Mapping
from typing import Final

from exercise.players.verdict_phrases import FOR_THE_MEDIATOR, ON_THE_TEXT, ON_VOTES

FALLBACK: Final[Mapping[str, str]] = {
    "propose": "We put this on the table.",
    "support": "We can put our name to this.",
    "oppose": "We cannot support this.",
    "object": "One clause stands in our way, the one on $issue.",
    "concede": "You have convinced us, $seat. On this we can move.",
    "accept_text": "We can live with this text.",
    "refuse_text": "We cannot sign this text because of the clause on $issue.",
    "walk_out": "We leave the hall.",
    "return": "We are back at the table.",
    "offer_deal": "A word between us, $seat.",
    "accept_deal": "Agreed between us, $seat.",
    "decline_deal": "Not on those terms, $seat.",
    "vote_yes": "We vote in favour.",
    "vote_no": "We vote against because of the clause on $issue.",
    "exit_card": "The talks have failed. We go home to our people.",
    "role_card": "We want what all of us can live with.",
    "speak": "We ask to be heard.",
    "recognise": "The floor is yours, $seat.",
    "open_issue": "This session takes one question, and it is $issue.",
    "shuttle": "Tell me in private what you could live with, $seat.",
    "ask_private": "On $issue I need your help in private.",
    "table_text": "This is a text to work on. It is nobody's position.",
    "revise_text": "I have changed the text where most of you objected.",
    "warn": "The clock runs, and with it the patience outside this hall.",
    "rule": "I have heard the point and rule on it.",
    "closing_failure": "We part without an agreement. I thank every delegation for coming.",
    "press": "We ask you to consider this clause: $option.",
    "pledge": "We are ready to help if all of you agree.",
}
"""What is said on an occasion for which a role has no line."""

NEUTRAL: Final[Mapping[str, tuple[str, ...]]] = {
    "answered": (
        "You ask fairly. On $issue we stand for “$option”, and we will look with you at what would make it safe.",
        "We have said what we stand for, and it is this: $option. Tell us which part of it worries you most.",
        "The short answer is the clause we support: $option. The long answer is for the drafters, and you are invited to them.",
    ),
    "object": (
        "We have tried to read our way round the part on $issue, and it cannot be done.",
        "It is a serious proposal, and it fails for us on $issue.",
        "On most of this we could build. On $issue it gives us nothing to build on.",
        "Thank you for the work in it. The lines on $issue were written without us, and it shows.",
        "We agree with more of this than we expected. We cannot agree with what it says on $issue.",
        "Somebody pays for every package, and in this one it would be our people, through the part on $issue.",
        "This is further than we were a week ago. For us it still breaks on $issue.",
        "We put our finger on one place, the part on $issue, and ask you to look at it with our eyes.",
        "Take the part on $issue out, and there is little left that divides us. Leave it in, and we cannot follow.",
    ),
    "concede": (
        "We weighed your reasons against our own, $seat, and yours were better on this.",
        "We argued against this, $seat, and we have listened since. It can be borne.",
    ),
    "move": (
        "It was not our first choice. We accept it to bring this question to an end.",
        "We asked for more and see that the hall will not give it. This is near enough.",
        "We keep our reasons and change our demand. We could live with this.",
        "Here is a step that we had not meant to take so early.",
        "We have counted who stands where, and holding out alone helps nobody.",
        "Nobody at home will carry us on their shoulders for it. They will understand it, and that is enough.",
        "We came with a better answer and leave it on the table for another year.",
        "Some of our own will call this too much. We would rather explain a step than explain why there was none.",
        "We have held to our first answer for days, and it has brought none of us nearer to a text.",
        "Others have moved on this question and we have not. It is our turn.",
        "We have asked ourselves what we would lose by this, and found that it is less than we feared.",
        "Our delegation argued about it until midnight. In the morning there was a majority for moving.",
        "If this is the point at which the hall can meet, we will not be the ones who are missing.",
        "We wrote down what we need and what we only wish for. This belonged to the second list.",
        "It leaves a part of our demand unmet, and the part that matters most to us untouched.",
        "Half of what we asked for is worth more to our people than all of it in a speech.",
    ),
    "move_if": (
        "If the hall can leave us “$kept”, we can accept this.",
        "Do not touch “$kept”, and you have our yes on $issue.",
        "Count this as our part of an exchange, and meet us where we need you most: $kept.",
        "We do not move for nothing. We move on $issue, and we will need “$kept” to stand.",
        "One of our demands may go, so that another can stay. The one that stays is this: $kept.",
        "We give this with one hand and hold out the other for “$kept”.",
        "Write it next to “$kept”, and we can show both at home. One without the other we cannot.",
        "On $issue we come towards you. Please remember it when “$kept” is called.",
        "This is a payment in advance, and what we hope to buy with it is “$kept”.",
        "We can be generous on $issue as long as nobody asks us to give up “$kept”.",
        "Let the record show that we moved first, and that we asked for one thing in return: $kept.",
    ),
    "promise": (
        "We have looked at this again since the last session and can put our name to it.",
        "There are reasons on more than one side for this, and we join those who support it.",
        "Our delegation met overnight and has decided to support this.",
        "We were asked in the corridor what we would need in order to support this. We have had an answer, and we do.",
        "It is no secret that we wanted something else. We have talked with those who want this, and we stand with them now.",
        "A conversation changed our mind on this. Our colleagues know which one.",
    ),
    "amend": (
        "Leave the rest of $proposal as it is, and we could sign it with this change: $option.",
        "We would sooner mend $proposal than refuse it, $seat. Put this in, and it has our name: $option.",
        "Most of $proposal can stand. We ask for a change that we are not alone in wanting: $option.",
        "Let us not begin again from an empty page. Here is $proposal with the change that we need: $option.",
        "$seat, your paper is nearer to us than most. With this in it, it would be near enough: $option.",
        "Before $proposal is put aside, let us try it in another form. Ours would say: $option.",
        "We have taken $proposal home for an hour and brought it back with one correction: $option.",
        "What is good in $proposal we have left alone. What would stop us we have replaced: $option.",
        "Nobody has to lose $proposal because of us. We could carry it like this: $option.",
        "Here is what $proposal would look like if we had been asked as well: $option.",
    ),
    "taken": (
        "The change is a fair one, and the rest is as it was. We take it.",
        "With that change the paper is better than before. We are for it.",
        "We can follow this version, and we thank those who took the trouble to mend the last one.",
        "It was mended without being spoilt. We are for it in this form as well.",
        "The new words help others and do us no harm. We keep our name under it.",
    ),
    "package": (
        "We have read it from the first clause to the last, and we can carry all of it. What decides it is this: $option.",
        "This is a package that we could take home. One clause makes it possible: $option.",
        "It gives and it takes, and for us it gives enough, above all through this: $option.",
        "We support it as a whole. Pull one clause out, and we would have to think again: $option.",
        "Nobody has written exactly what we want, and this comes close. We would miss one clause in any other: $option.",
        "If it were voted on tonight, we would raise our hand, and we would be thinking of this: $option.",
        "We looked for the hook in it and found none that would hold us. It even says: $option.",
        "The price is fair for what is offered, and what is offered to us is this: $option.",
    ),
    "because": (
        "The reason is one clause, and we name it so that it can be mended: $option.",
        "We could not sit by while this was being written down: $option.",
        "There are things to which we cannot listen with folded hands, and this is one: $option.",
    ),
    "tell": (
        "For your ears only. We could look at this as one package: $package.",
        "Since you ask in private: a text like this one could come home with us. $package.",
        "Do not quote us on it. We have begun to think of something like this: $package.",
    ),
    "private_same": (
        "Between us, $seat: on this we want the same, “$option”. Stand with us on one thing more: $wanted.",
        "You need not persuade us of “$option”, $seat; we ask for it ourselves. What we lack is this: $wanted.",
    ),
    "private_open": (
        "Between us, $seat: we could live with “$option”, and we would not give it away. Help us to this: $wanted.",
        "“$option” can be borne, $seat, as part of a bargain. What we would ask in return is this: $wanted.",
    ),
    "private_closed": (
        "Between us, $seat: “$option” is closed to us, and no exchange opens it. On $issue we could talk about this: $wanted.",
        "Please do not build on “$option”, $seat. Those who sent us would call us home. On $issue we need this: $wanted.",
    ),
    "private_dear": (
        "Between us, $seat: “$option” would cost us more than we could explain at home. On $issue we are after this: $wanted.",
        "We looked at “$option” again because you asked, $seat. It is too little for us. On $issue we want this: $wanted.",
    ),
    "private_issue": (
        "You ask about $issue, $seat. We want “$wanted”. If that cannot be had, we could still go home with this: $option.",
        "In private, $seat: on $issue we ask for “$wanted”, and we would not leave over “$option”.",
    ),
    "private_only": (
        "You ask about $issue, $seat. There we have only one answer that our people would accept, and it is this: $wanted.",
        "In private it is the same as in the hall, $seat. On $issue we need this: $wanted.",
    ),
    "private_need": (
        "We are glad that you come to us, $seat. What we need most is this: $wanted. Where we can give is $issue.",
        "Plainly and in private, $seat: on $issue we can move, and we would do it for this: $wanted.",
    ),
    "private_heard": ("We have heard you, $seat, and we will weigh it.",),
    "private_kept": (
        "What you tell me stays with me, $seat. I shall carry the question and leave your name at the door.",
        "Thank you, $seat. I will use it where it helps, and nobody will learn from me who said it.",
    ),
    "private_reported": (
        "I have heard you, $seat, and my capital will hear it tonight. I promise nothing that I cannot keep.",
        "Your words go home with my next report, $seat. The decision belongs to you in that hall.",
    ),
    "news": ("We have all heard the news. Our thoughts are with those who lost somebody today.",),
    "comment": (
        "We have heard the news like all of you: $news. We shall be asked about it at home, and a result here would be"
        " the best answer.",
        "Before we go on, a word on this: $news. It shows what others will decide if we decide nothing.",
        "Our telephones have rung because of it: $news. We have told the callers that we are at work.",
        "It would be easy to spend an hour on it: $news. We have not so many hours.",
        "A word on the news, since everybody has it in hand: $news. It was made outside this hall, and our clauses are"
        " made inside it.",
        "People will talk about one thing today: $news. We would like to give them something better to talk about.",
        "Everybody will read this news in a different way: $news. Let us not spend the session on finding out in how many.",
        "We do not want to pass over it in silence: $news. Nor do we want to lose the thread because of it.",
        "Whoever believes that time is on our side should look at this: $news.",
    ),
    "named": (
        "The news is about us: $news. We will speak with our own people about it, and we stay at this table.",
        "Since the news concerns our delegation ($news), we say it ourselves: it does not change what we ask for here.",
    ),
    "grant": (
        "That point is fair, $seat, and we do not dispute it. What follows from it for the clause is another matter.",
        "We have no answer to that, $seat, and will not pretend to have one. It belongs in any honest account of this clause.",
        "We grant you that much, $seat. It should be met by a safeguard, whatever becomes of this clause.",
    ),
    "late": (
        "We have more paper than time left. Let us close what can be closed today.",
        "Those who still have something to give should give it now, while it can be exchanged for something.",
    ),
    "gift": (
        "There is a clause in it that we have spoken against, “$gift”. We offer it as our price.",
        "You will find “$gift” in it. We have not come to like it; we have come to trade.",
        "For the sake of the whole it holds “$gift”, which we would not have written ourselves.",
        "It costs us something as well: we argued against “$gift”, and here it stands under our name.",
        "We have put in “$gift” because others need it, and we expect the same of them.",
    ),
    "move_role": (
        "We had another wish, and it had no majority here. This one we can explain.",
        "The question is when they leave and who decides it. On both points this answers enough of what we asked.",
        "We would not like to lose what is signed over what is left. We can accept this.",
        "Our first answer was written for our own people. This one is written for all of them.",
        "Now that the hall is ours, we find it easier to give way in it.",
        "It asks more patience of us than we wanted to promise. We promise it.",
        "It takes away a protection that we would have kept for longer. What has been signed today must take its place.",
        "We heard who cannot live with the other answer, and we can live with this one.",
        "None of us will be asked whether it was our first choice. We will be asked whether it was ours.",
        "Let it be this, and let it be all of us.",
    ),
    **ON_THE_TEXT,
    **ON_VOTES,
    **FOR_THE_MEDIATOR,
}
"""What may be said beside the role's own lines on an occasion, or instead of them where a role has none."""

GRIEF: Final = frozenset(
    {
        "explosion",
        "exploded",
        "attack",
        "attacked",
        "bomb",
        "bombs",
        "shot",
        "killed",
        "dead",
        "died",
        "funeral",
        "wounded",
    }
)
"""Words by which a delegation knows that news asks for mourning before anything else."""
