"""Neutral sentences that any delegation can say, beside the lines of its role.

Titles of options begin with a capital: they stand after a colon or in quotation marks. Issues are named as within a sentence.
"""

from collections.abc import Mapping
from typing import Final

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
    ),
    "move_if": (
        "If the hall can leave us “$kept”, we can accept this.",
        "Do not touch “$kept”, and you have our yes on $issue.",
        "Count this as our part of an exchange, and meet us where we need you most: $kept.",
        "We do not move for nothing. We move on $issue, and we will need “$kept” to stand.",
        "One of our demands may go, so that another can stay. The one that stays is this: $kept.",
    ),
    "promise": (
        "We have looked at this again since the last session and can put our name to it.",
        "There are reasons on more than one side for this, and we join those who support it.",
        "Our delegation met overnight and has decided to support this.",
    ),
    "amend": (
        "Leave the rest of $proposal as it is, and we could sign it with this change: $option.",
        "We would sooner mend $proposal than refuse it, $seat. Put this in, and it has our name: $option.",
        "Most of $proposal can stand. We ask for a change that we are not alone in wanting: $option.",
        "Let us not begin again from an empty page. Here is $proposal with the change that we need: $option.",
    ),
    "taken": (
        "The change is a fair one, and the rest is as it was. We take it.",
        "With that change the paper is better than before. We are for it.",
        "We can follow this version, and we thank those who took the trouble to mend the last one.",
    ),
    "package": (
        "We have read it from the first clause to the last, and we can carry all five. What decides it is this: $option.",
        "This is a package that we could take home. One clause makes it possible: $option.",
        "It gives and it takes, and for us it gives enough, above all through this: $option.",
        "We support it as a whole. Pull one clause out, and we would have to think again: $option.",
    ),
    "instead": (
        "What we could sign in its place is this: $wanted.",
        "Put other words there, and we will look at the whole again: $wanted.",
        "We do not only refuse; we have a suggestion: $wanted.",
        "There is a way round it: $wanted.",
        "With one change it would have our name: $wanted.",
        "We have said before what would satisfy us, and say it once more: $wanted.",
        "Ask your lawyers to try it with this: $wanted.",
    ),
    "accept_changed": (
        "The change answers what we objected to. With this clause we can sign: $option.",
        "We asked for a correction and it was made. We are for the text as it now stands, because it says: $option.",
        "The last version we refused. This one we accept, and the difference lies here: $option.",
        "Somebody has listened. One clause was enough to turn our no into a yes: $option.",
        "We said that we would sign if it were mended, and we keep our word. What mends it is this: $option.",
    ),
    "accept_again": (
        "Our answer to the new version is yes as well, and the reason has not changed: $option.",
        "We have compared the two versions. What we need most is still there: $option.",
        "Yes to this version. We gave way elsewhere in it for the sake of one clause: $option.",
        "We accept it again, and ask that nobody reopen this: $option.",
        "Others gained in this version and we did not lose. We stay with it for the sake of this: $option.",
        "Still yes. As long as this stands, we stand by the whole: $option.",
        "You have our signature under this version too, and one line of it is why: $option.",
        "We looked first for the clause that we need, found it, and read the rest more kindly: $option.",
        "Whoever improves this text further has our leave, if this is not touched: $option.",
        "It can be read aloud in our towns, this above all: $option.",
    ),
    "refuse_again": (
        "We are sorry that we cannot say yes to this version either. It goes wrong for us on $issue.",
        "The changes were honest work, and they passed by what matters most to us, which is $issue.",
        "We have looked for a yes in this version too, and stopped at the lines on $issue.",
        "The clause on $issue has come between us and this version.",
        "On $issue this version takes from us what the last one left us.",
        "We read the rest with relief and the lines on $issue with alarm.",
        "Nobody at home would forgive us this answer on $issue.",
        "It is a better text for some of you. On $issue it is a worse one for us.",
    ),
    "because": (
        "The reason is one clause, and we name it so that it can be mended: $option.",
        "We could not sit by while this was being written down: $option.",
    ),
    "home_yes": (
        "We have spoken to those who sent us. They can carry this text, and they ask us to guard one clause: $option.",
        "The answer from home is yes. It would have been no without this clause: $option.",
        "Our leaders read the text twice and found what they were looking for: $option. They will sign.",
        "There was a long night of telephone calls. At the end of it stood a yes, on account of this clause: $option.",
    ),
    "home_no": (
        "We have spoken to those who sent us. They cannot carry what the text says on $issue. They could carry it with"
        " another clause there: $wanted.",
        "The answer from home is no, and everybody who gave it spoke of $issue. What we asked for is still this: $wanted.",
        "Our leaders thank the mediator for the work. They will not sign because of the clause on $issue. They would sign with"
        " this: $wanted.",
        "At home they read the lines on $issue first, and did not read on. They asked us to bring them this: $wanted.",
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
        "We have heard the news like all of you: $news. We shall be asked about it at home, and a result here would be the best"
        " answer.",
        "Before we go on, a word on this: $news. It shows what others will decide if we decide nothing.",
        "Our telephones have rung all day because of it: $news. We have told the callers that we are at work.",
        "Let the newspapers have this: $news. We have our own pages to write.",
        "It would be easy to spend an hour on it: $news. We have not so many hours.",
        "A word on the news, since everybody has it in hand: $news. It was made outside this hall, and our clauses are made"
        " inside it.",
        "Tonight people will talk about one thing: $news. We would like to give them something better to talk about.",
        "Everybody will read this news in a different way: $news. Let us not spend the session on finding out in how many.",
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
    "yes_first": (
        "Yes. We asked for this ourselves, and we are glad to find others beside us.",
        "Yes. This clause is why we came.",
        "We vote yes to what we asked for, and we thank all those who moved towards it.",
        "Yes, and it needs no second speech from us.",
        "Yes. We argued for it here, and we shall defend it at home.",
    ),
    "yes_moved": (
        "Yes. We came with another wish and were persuaded in this hall.",
        "Yes. We gave way on this, and we keep to what we said.",
        "We vote yes. It took us some days to come so far, and we do not turn back now.",
        "Yes. Our voters will hear from us why we moved.",
        "Yes, as we promised when we changed our position.",
    ),
    "yes_bear": (
        "Yes. It is not what we asked for, and it is bearable as a part of the whole.",
        "Yes, for the sake of the other clauses.",
        "We vote yes. Taken alone this clause would not have had our vote; with the rest it has.",
        "Yes. We would have written it otherwise, and we can live with it as it is.",
        "Yes. Others need this more than we mind it.",
    ),
    "yes_role": (
        "Yes. It is help with an end to it, and the end is ours to decide.",
        "Yes. On this question it matters more that we agree than that one of us is right.",
        "We vote yes. Whoever comes will come because all of us asked.",
        "Yes. We had another wish, and this one can be explained in every part of the country.",
    ),
    "no_clause": (
        "No. On this question we had asked for another answer: $wanted.",
        "We vote no here. What we could have signed is this: $wanted.",
        "No. This clause and the rest of the text together leave us with too little. We had asked for this: $wanted.",
    ),
    "vote_no": ("No, and for one reason, which is the clause on $issue.",),
    "revise_text": (
        "Here is the text again, with these words in the places where most of you objected: $option.",
        "I have kept what most of you could carry. New in this version: $option.",
        "Some of you lose something by this version and some gain. Please say which. What has changed: $option.",
    ),
    "ask_private": (
        "In the hall I hear positions on $issue, and I would like to hear reasons.",
        "What would have to be written on $issue so that you could stop worrying about it?",
    ),
    "shuttle": (
        "I have come to listen, $seat. Which clause would you give up last, and which first?",
        "If the text came to a vote tonight, $seat, what would you still have to change in it?",
    ),
    "late": (
        "We have more paper than time left. Let us close what can be closed today.",
        "Those who still have something to give should give it now, while it can be exchanged for something.",
    ),
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
