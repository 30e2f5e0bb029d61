"""Words that stand for actors named before: pronouns, nouns, and verbs whose subject went before."""

import re

import pytest

from loaders.vocabulary import default
from tests.loaders.test_actors import acting, mentions

ROWS = default().rows("reference_words")


def taken_up(text, word, forms):
    """Whom the last such word of the text stands for."""
    found = [one.actor_id for one in mentions(text) if one.text == word and one.form in forms]
    return found[-1] if found else None


@pytest.mark.parametrize(
    ("text", "word", "actor_id"),
    [
        # whoever is told of by pronouns stays who is told of
        ("Norow kam an. Li Qiang empfing ihn. Dann reiste er ab.", "er", "vladimir-norov"),
        ("Norov arrived. He rested. Li Qiang received him. Later he left.", "he", "vladimir-norov"),
        ("Zhang Ming landete. Narendra Modi lud ihn ein. Tags darauf flog er heim.", "er", "zhang-ming"),
        # what follows the subject in its clause is an object
        ("Norov met Li Qiang on Monday and flew on to Minsk, where he spoke.", "he", "vladimir-norov"),
        ("Norow traf Li Qiang und fuhr nach Minsk, wo er sprach.", "er", "vladimir-norov"),
        ("Zhang Ming saw Narendra Modi, but he stayed silent.", "he", "zhang-ming"),
        # no pronouns
        ("Norow reiste ab. Der Text soll bald fertig sein.", "sein", None),
        ("Die Außenminister tagten. Die Idee hegte man, seit China sie vortrug.", "sie", None),
        ("Norov stayed. Zhang Ming left. The text links both bodies.", "both", None),
        # many, a man, a woman
        ("The SCO met the finance ministers. They agreed.", "They", "finance-ministers"),
        ("The Interbank Consortium lent money. They agreed.", "They", None),
        ("Anna Petrova arrived. In the evening she spoke.", "she", "anna-petrova"),
        ("Anna Petrowa kam an. Am Abend sprach er.", "er", None),
        # an owner that opens the sentence may be named behind
        ("Li Qiang ruhte. Nach seinem Besuch in Minsk flog Norow heim.", "seinem", "vladimir-norov"),
        ("Li Qiang rested. After his visit to Minsk, Norov flew home.", "his", "vladimir-norov"),
        ("Norow ruhte. Nach seinem Besuch empfing ihn Li Qiang.", "seinem", "vladimir-norov"),
    ],
)
def test_pronouns(text, word, actor_id):
    assert taken_up(text, word, ("pronoun",)) == actor_id


@pytest.mark.parametrize(
    ("text", "word", "role"),
    [
        ("Norow ruhte. Seine Reise begann.", "Seine", "leading"),
        ("Norov rested. His long-planned trip began.", "His", "leading"),
        ("Norow ruhte. Seine Koffer standen bereit.", "Seine", "owner"),
        ("Norov rested. His bags stood ready for a visit.", "His", "owner"),
    ],
)
def test_owners_of_deeds_act(text, word, role):
    assert [one.role for one in mentions(text) if one.text == word] == [role]


@pytest.mark.parametrize(
    ("text", "word", "form", "actor_id"),
    [
        ("The Interbank Consortium met. Later the consortium signed.", "consortium", "noun", "interbank-consortium"),
        ("The SCO Business Council met. Later the council signed.", "council", "noun", "business-council"),
        ("The Council of Defence Ministers met. Later the ministers left.", "ministers", "collective", "defence-ministers"),
        ("Der Rat der Verteidigungsminister tagte. Dann reisten die Minister ab.", "Minister", "collective", "defence-ministers"),
        ("The finance ministers met. So did the ministers of culture of one region.", "ministers", "collective", None),
        ("The Interbank Consortium met. Later the bank signed.", "bank", "noun", None),
    ],
)
def test_nouns(text, word, form, actor_id):
    assert taken_up(text, word, (form,)) == actor_id


def test_nouns_stand_as_names_do():
    text = "Das SCO-Interbankenkonsortium tagte. Ein Treffen des Konsortiums folgte, dann sprach man mit dem Konsortium."
    assert [one.role for one in mentions(text) if one.form == "noun"] == ["meeting", "with"]


@pytest.mark.parametrize(
    ("text", "verb", "actor_id"),
    [
        ("Norov flew to Minsk and met Li Qiang.", "met", "vladimir-norov"),
        ("Zhang Ming opened the fair, praised the hosts and then left for Moscow.", "left", "zhang-ming"),
        ("The finance ministers agreed and will meet again in May.", "will", "finance-ministers"),
        ("Norow flog nach Minsk und traf am Abend Li Qiang.", "traf", "vladimir-norov"),
        ("Am Montag eröffnete Zhang Ming die Messe, lobte die Gäste und sprach mit Händlern.", "sprach", "zhang-ming"),
        ("Die Finanzminister vertagten sich und wollen im Mai weiter beraten.", "wollen", "finance-ministers"),
        ("Norow, der spät ankam, sprach am Abend.", "sprach", "vladimir-norov"),
        ("China sent experts, and India gave money and held a fair.", "held", "india"),
        ("Norov visited Minsk before travelling on to Moscow.", "travelling", "vladimir-norov"),
        ("Having opened a fair in Minsk, Zhang Ming flew home.", "opened", "zhang-ming"),
        ("Norov spoke in Minsk. He saw Li Qiang and signed a plan.", "signed", "vladimir-norov"),
        # another subject, or no verb
        ("The Interbank Consortium, founded in 2005, lent money.", "founded", None),
        ("Nachdem Norow angekommen war, begann die Messe.", "begann", None),
        ("The talks with Norov began and ended in May.", "ended", None),
        ("Norov left before spring.", "spring", None),
        ("Norow eröffnete die erste und zweite Messe.", "zweite", None),
        ("Uzbekistan, Norov noted, would be next and expected its guests.", "expected", "uzbekistan"),
    ],
)
def test_verbs_whose_subject_went_before(text, verb, actor_id):
    assert taken_up(text, verb, ("ellipsis",)) == actor_id


def test_all_of_a_list_are_the_subject_of_a_further_verb():
    found = [one.actor_id for one in mentions("Norov and Li Qiang met and left for Minsk.") if one.form == "ellipsis"]
    assert found == ["vladimir-norov", "li-qiang"]


@pytest.mark.parametrize(
    ("text", "number", "actor_id"),
    [
        (
            "Zhang Ming travelled to Minsk on {3 May 2021}, spoke at a forum on {4 May 2021} and left on {5 May 2021}.",
            1,
            "zhang-ming",
        ),
        ("Die Finanzminister tagten am {3. Mai 2021} und wollen am {5. Juni 2021} erneut beraten.", 1, "finance-ministers"),
        ("Norov met Li Qiang on {3 May 2021}. His trip to Minsk, planned for {5 May 2021}, was called off.", 1, "vladimir-norov"),
    ],
)
def test_who_is_taken_up_acts(text, number, actor_id):
    assert actor_id in acting(text, number)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['use']}-{row['takes_up']}-{row['language']}")
def test_each_word_stands_in_its_example(row):
    words = set(re.findall(r"\w+", row["example"]))
    assert words & set(row["words"].split()) or words & {word.title() for word in row["words"].split()}
