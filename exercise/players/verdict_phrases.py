"""Neutral sentences on the mediator's text and on votes: yes, no, why, and what would do instead; and the mediator's own."""

from collections.abc import Mapping
from typing import Final

ON_THE_TEXT: Final[Mapping[str, tuple[str, ...]]] = {
    "instead": (
        "What we could sign in its place is this: $wanted.",
        "Put other words there, and we will look at the whole again: $wanted.",
        "We do not only refuse; we have a suggestion: $wanted.",
        "There is a way round it: $wanted.",
        "With one change it would have our name: $wanted.",
        "Ask your lawyers to try it with this: $wanted.",
        "It could be mended in an afternoon: $wanted.",
        "Give us this there, and we shall not ask for a second change: $wanted.",
        "We have words ready for that place: $wanted.",
        "Nothing else would have to be touched. We would need: $wanted.",
        "Whoever wants our yes can have it for this: $wanted.",
        "So that nobody has to guess, this would do: $wanted.",
    ),
    "instead_known": (
        "We have said before what would satisfy us, and say it once more: $wanted.",
        "You know our answer for that place, and it has not grown since: $wanted.",
        "It is no new demand. We are on record for it: $wanted.",
        "What we asked for at the beginning would still do: $wanted.",
        "Our own words for that place stand in the record: $wanted.",
    ),
    "back": (
        "Put back what stood there, and you have us again: $wanted.",
        "The last version had an answer that we could sign: $wanted.",
        "We ask for nothing new. We ask for what was there yesterday: $wanted.",
        "Whoever asked for the change should tell us what was wrong with this: $wanted.",
        "We had given our word on the strength of another clause: $wanted.",
    ),
    "accept_changed": (
        "The change answers what we objected to. With this clause we can sign: $option.",
        "We asked for a correction and it was made. We are for the text as it now stands, because it says: $option.",
        "The last version we refused. This one we accept, and the difference lies here: $option.",
        "Somebody has listened. One clause was enough to turn our no into a yes: $option.",
        "We said that we would sign if it were mended, and we keep our word. What mends it is this: $option.",
        "We named the place where it hurt, and it was treated there. We accept, with: $option.",
        "A no should be answered like this more often. With this in it, we are for the text: $option.",
        "Our objection was to one clause, and the clause is gone. For what has come in its place, we thank you: $option.",
    ),
    "accept_elsewhere": (
        "You could not move for us on $issue. You have moved elsewhere, and it is enough to sign: $option.",
        "We did not get what we asked for on $issue. What we got in its place weighs as much: $option.",
        "The clause on $issue is still not ours. With this beside it we can carry it: $option.",
        "We had hoped for another answer on $issue and were given another kind of help. We accept it: $option.",
        "Our objection on $issue stands in the record, and our name now stands under the text. What changed our minds is"
        " this: $option.",
    ),
    "accept_time": (
        "The text has hardly changed since we refused it. The calendar has, and we can sign.",
        "What we objected to is still there. We have weighed it again against having no text, and we accept.",
        "We held out for more and have waited long enough to know that it will not come. We accept.",
        "Our no brought us as far as it could. The rest has to be done with a yes.",
    ),
    "accept_after_no": (
        "We refused this text and have looked at it again with a colder eye. We can sign it, above all for this: $option.",
        "A night has passed over our no. What is left of it is smaller than what the text gives us: $option.",
        "We withdraw our refusal. Those who sent us would rather have this than an empty page: $option.",
    ),
    "accept_now": (
        "We owed you an answer on the last version. To this one it is yes, because of: $option.",
        "Late, but without a reservation: we can sign this text. The clause that decided it is: $option.",
        "We needed time to read, and the time was well spent. We accept, because it says: $option.",
    ),
    "accept_again": (
        "Our answer to the new version is yes as well, and we name the reason: $option.",
        "We have compared the two versions. What we need is still there: $option.",
        "Yes to this version too. We would not have said so without: $option.",
        "We accept it again, and ask that nobody reopen this: $option.",
        "Others gained in this version, and we can stay with it for the sake of this: $option.",
        "Still yes. As long as this stands, we stand by the whole: $option.",
        "You have our signature under this version too, and one line of it is why: $option.",
        "We looked first for the clause that we need, found it, and read the rest more kindly: $option.",
        "Whoever improves this text further has our leave, if this is not touched: $option.",
        "It can be read aloud in our towns, this above all: $option.",
        "Nothing in the new words makes us take back our yes. We hold on to this: $option.",
        "We signed the last one and can sign this one. Our people would ask about one thing only: $option.",
        "A text that changes this often needs some who stay where they are. We stay, because of: $option.",
        "We have turned the pages looking for trouble and have come back to what we trust: $option.",
        "If this version is the last, we shall be content with it. It keeps: $option.",
        "The others may go on counting. Our count was finished when we read: $option.",
    ),
    "refuse_again": (
        "We are sorry that we cannot say yes to this version either. It goes wrong for us on $issue.",
        "The changes were honest work, and they passed by what matters most to us, which is $issue.",
        "We have looked for a yes in this version too, and stopped at the lines on $issue.",
        "The clause on $issue stands between us and this version.",
        "We read the rest with relief and the lines on $issue with alarm.",
        "Nobody at home would forgive us this answer on $issue.",
        "It is a better text for some of you. On $issue it is no better for us.",
        "You have worked through the night, and we do not like to say it: on $issue we cannot sign this.",
        "Our answer is no for the second time, and we are running out of ways to say it kindly. It is the part on $issue.",
        "There is less in our way than there was, and what is left of it lies in the words on $issue.",
    ),
    "refuse_changed": (
        "We had signed. What the new version does on $issue takes away the reason.",
        "On $issue this version takes from us what the last one gave us.",
        "The last version had our name because of what it said on $issue. It says something else now.",
        "Somebody has been helped by this change, and it was done at our expense, on $issue.",
        "Our yes was given to other words on $issue. To these we did not give it.",
        "We understand whom the change on $issue was meant to win. It has lost us.",
        "A text cannot be mended on one side and torn on the other. For us it tore on $issue.",
    ),
    "refuse_since": (
        "We could answer for the last version. Since then those who sent us have hardened, and on $issue they ask for more.",
        "The text is hardly worse than before; what has happened outside has made it dearer for us. We cannot sign it as"
        " it stands on $issue.",
        "Yesterday we might have carried this. After the news of these days, the part on $issue would not survive the"
        " first meeting at home.",
    ),
    "refuse_after_yes": (
        "We said yes to this text in the hall. We have to take it back: at home the part on $issue was read otherwise"
        " than we had read it.",
        "We owe you an apology with this answer. We signed, and those who sent us will not carry the part on $issue.",
        "Our signature was honest and it was too early. Our own people have stopped us over $issue.",
    ),
    "home_yes": (
        "We have spoken to those who sent us. They can carry this text, and they ask us to guard one clause: $option.",
        "The answer from home is yes. It would have been no without this clause: $option.",
        "Our leaders read the text twice and found what they were looking for: $option. They will sign.",
        "There was a long night of telephone calls. At the end of it stood a yes, on account of this clause: $option.",
        "We read it to our people line by line. They sighed at some and nodded at one, and they will sign for it: $option.",
        "Nobody at home was happy and nobody said no. What held them together was this: $option.",
        "We were asked one question, whether the text says this: $option. It does, and we may sign.",
        "The doubters among us were given the telephone first. They asked for a day, and then they said yes, because of:"
        " $option.",
        "Those who sent us have put it to a vote of their own, and it passed. The line that was quoted most is this: $option.",
    ),
    "home_no": (
        "We have spoken to those who sent us. They cannot carry what the text says on $issue. They could carry it with"
        " another clause there: $wanted.",
        "The answer from home is no, and everybody who gave it spoke of $issue. What would have changed it is this: $wanted.",
        "Our leaders thank the mediator for the work. They will not sign because of the clause on $issue. They would"
        " sign with this: $wanted.",
        "At home they read the lines on $issue first, and did not read on. They asked us to bring them this: $wanted.",
        "We defended the text for an hour. On $issue we had no defence, and so we bring you a no, and the words that"
        " would make it a yes: $wanted.",
        "They asked us what we had got on $issue and were silent when we told them. The silence would have ended with"
        " this: $wanted.",
        "We hoped to bring you a better message. Without other words on $issue there will be no signature from us: $wanted.",
        "One clause was too heavy for the road home, the one on $issue. This one we could have carried: $wanted.",
    ),
}

ON_VOTES: Final[Mapping[str, tuple[str, ...]]] = {
    "yes_first": (
        "Yes. We asked for this ourselves, and we are glad to find others beside us.",
        "Yes. This clause is why we came.",
        "We vote yes to what we asked for, and we thank all those who moved towards it.",
        "Yes, and it needs no second speech from us.",
        "Yes. We argued for it here, and we shall defend it at home.",
        "Yes. We have waited for this vote since the first day.",
        "We are for it. It was on our paper when we arrived.",
        "Yes, gladly, and not only for ourselves.",
    ),
    "yes_moved": (
        "Yes. We came with another wish and were persuaded in this hall.",
        "Yes. We gave way on this, and we keep to what we said.",
        "We vote yes. It took us some days to come so far, and we do not turn back now.",
        "Yes. Our voters will hear from us why we moved.",
        "Yes, as we promised when we changed our position.",
        "We said that we could accept this, and here is our vote.",
        "Yes. It stands in the record that we moved, and now that we meant it.",
    ),
    "yes_bear": (
        "Yes. It is not what we asked for, and it is bearable as a part of the whole.",
        "Yes, for the sake of the other clauses.",
        "We vote yes. Taken alone this clause would not have had our vote; with the rest it has.",
        "Yes. We would have written it otherwise, and we can live with it as it is.",
        "Yes. Others need this more than we mind it.",
        "Yes, without enthusiasm and without a second thought.",
        "We vote for the text, and this is a part of it. Yes.",
        "Yes. Every delegation gives something today, and this is our part.",
    ),
    "yes_against": (
        "Yes. You have heard us argue against this clause, and we have not forgotten our reasons. We vote for the whole"
        " in which it stands.",
        "We spoke against it, and we vote for it, because the text that holds it holds other things for us.",
        "Yes. This is the part that cost us most, and we knew the price when we signed.",
        "We were not persuaded on this, and we were persuaded by the rest. Yes.",
        "Yes. Our arguments against it stay in the record, and our vote goes with the text.",
        "This clause has had no praise from us and gets none now. It gets our vote.",
        "Yes. If it proves as bad as we said, we shall say so in parliament and not in the street.",
        "It was the hardest page for us. We have turned it. Yes.",
    ),
    "yes_rest": (
        "Yes. With this clause we have no quarrel; our difficulty lies elsewhere.",
        "Yes to this one. What we cannot accept comes under another number.",
        "We vote yes here, and shall say at the right place what stops us.",
        "Yes. Nobody should think that we refuse everything.",
        "Yes. On this question we did find each other.",
        "We can say yes to this part, whatever becomes of the whole.",
    ),
    "yes_role": (
        "Yes. It is help with an end to it, and the end is ours to decide.",
        "Yes. On this question it matters more that we agree than that one of us is right.",
        "We vote yes. Whoever comes will come because all of us asked.",
        "Yes. We had another wish, and this one can be explained in every part of the country.",
        "Yes. It is the last question, and we do not want to be the reason why it stays open.",
        "Yes. Whoever stays will know who asked for it, and until when.",
        "We are for it. Nobody outside this room wrote it for us.",
        "Yes, with the dates in one hand and the door in the other.",
    ),
    "no_role": (
        "No. On this question above all our own people would not follow us. What they would accept is this: $wanted.",
        "We have signed the rest, and we mean to keep it. On this one we need another answer: $wanted.",
        "No. It can be mended before the evening, and this would mend it: $wanted.",
    ),
    "no_clause": (
        "No. On this question we had asked for another answer: $wanted.",
        "We vote no here. What we could have signed is this: $wanted.",
        "No. We would have needed this in its place: $wanted.",
        "This is the clause that stops us, and we say so plainly. We had asked for: $wanted.",
        "No, and we would have liked to say something else. It would have taken this: $wanted.",
        "Here our way parts from the text. It need not have, with: $wanted.",
        "We cannot. The answer that we were sent to fetch is this: $wanted.",
        "No. We told you at the table what would have turned it round: $wanted.",
    ),
    "yes_after_no": (
        "We told you that we would refuse this text. We have counted again what we should hold in our hands without it,"
        " and we vote yes.",
        "You expect a no from us, and until this morning so did we. Yes.",
        "We were against this text. There will be no other, and we can live under this one. Yes.",
    ),
    "no_after_yes": (
        "We had given our word for this text and have not been allowed to keep it. It failed for us on $issue. No.",
        "It is no pleasure to say no to what we had signed. Our people would not bear what it says on $issue.",
    ),
    "vote_no": ("No, and for one reason, which is the clause on $issue.",),
}

FOR_THE_MEDIATOR: Final[Mapping[str, tuple[str, ...]]] = {
    "revise_text": (
        "Here is the text again, with these words in a place where some of you could not sign: $option.",
        "You told me what you could not carry. I have tried this there: $option.",
        "I have moved the text where the objections were. It now says: $option.",
        "This version answers those who refused the last one. New in it: $option.",
        "I have written down what those who said no asked me for, as far as the others might bear it: $option.",
    ),
    "revise_trade": (
        "Some of you lose something by this version and some gain. Please say which. What has changed: $option.",
        "I have answered some of those who refused, and I could not do it without asking something of others. New: $option.",
        "Nobody will like all of this, and nobody should have to refuse all of it. What has changed: $option.",
        "This version moves the burden from some shoulders to others. Tell me whether it can be carried so: $option.",
        "I know that some of you had signed, and I ask you to look again, for the sake of those who had not: $option.",
    ),
    "revise_elsewhere": (
        "I could not move the clause that some of you refused without losing others. I have tried to make up for it"
        " here: $option.",
        "On what divides you most I have left the words as they were. I offer something else beside them: $option.",
        "I see no other answer for the hardest clause yet. To make it easier to carry I have changed this: $option.",
    ),
    "table_again": (
        "The first draft belongs to the newspapers now. This one belongs to you again, and it is not the same.",
        "You have told me what you would have written yourselves. I have put it together as well as I could, in another draft.",
    ),
    "all_signed": (
        "Every delegation that votes has now accepted this text. I shall not touch it again. Use the time that is left"
        " to make sure of those who sent you.",
        "I have the yes of all who vote, to one and the same text. Please guard it until the vote, from others and from"
        " second thoughts.",
    ),
    "ask_private": (
        "In the hall I hear positions on $issue, and I would like to hear reasons.",
        "What would have to be written on $issue so that you could stop worrying about it?",
    ),
    "shuttle": (
        "I have come to listen, $seat. Which clause would you give up last, and which first?",
        "If the text came to a vote tonight, $seat, what would you still have to change in it?",
    ),
}
