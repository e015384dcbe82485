"""Where sentences end: in the prose of agencies, diplomats, armies and aid organisations."""

from __future__ import annotations

import pytest

from briefgen.prose import sentences

# ‖ stands where one sentence ends and the next begins
WIRE = """
Police said 11 people were hurt. ‖ No group claimed the attack.
PESHAWAR, Feb. 5 (AP) — Gunmen opened fire on a van near Bannu, police said. ‖ Two guards died.
The U.S. Treasury named three men. ‖ Washington gave no reason.
He flew to the U.S. ‖ The next day he met Sen. J. D. Hale.
Talks were held in Washington, D.C. ‖ They ended at 5 p.m. Monday.
The shelling stopped at 6 a.m. ‖ Residents came out.
The deadline is 6 p.m. Kabul time on Jan. 31. ‖ Nobody expects it to hold.
Markets fell 3.5 % on Friday. ‖ 63.5 % of traders sold.
Shares of Frontier Works Co. Ltd. rose. ‖ Khan Bros. Inc. fell.
“Will they fight?” Khan asked. ‖ Nobody answered.
“Stop!” the guard shouted. ‖ Then he fired.
“Stop!” ‖ The guard fired.
He said: “We will fight. We will win.” ‖ Nobody answered.
“We will fight. We will win,” he said. ‖ “It is over.”
The chief of St. Petersburg police, Maj.-Gen. A. K. Orlov, resigned. ‖ St. Petersburg is calm.
Did the crews walk out? ‖ They did! ‖ Yes.
The strike ended on 30 Jan. ‖ It had lasted a week.
The strike ended in Jan. 2024. ‖ Crews went back.
Mr. and Mrs. Khan, Dr. Aziz and Prof. Lee were on board. ‖ Ms. Noor was not.
He was born in Norfolk, Va. ‖ His brother lives in Austin, Tex.
Eleven were killed ... ‖ The toll may rise.
He hesitated… ‖ Then he signed.
The statement says “the … Taliban … left”. ‖ It is unsigned.
3,000 people fled. ‖ 200 came back. ‖ Was it enough?
The fare rose from Rs. 30 to Rs. 50. ‖ Drivers struck.
The answer was no. ‖ They left. ‖ Was it? ‖ No. ‖ It was not.
The answer was no. ‖ I left. ‖ It was Plan B. ‖ The rest is known.
The film “Stop!” was banned. ‖ So was the book.
"We are done," he said. ‖ "We go. Now." ‖ Nobody cheered.
He won (!) twice. ‖ She lost.
al-Shabaab claimed it. ‖ al-Shabaab has claimed others.
He fled (with approx. 200 men. All were armed) to the hills. ‖ He was not seen again.
He fled. ‖ (Two men stayed. ‖ They were held.) ‖ The rest ran.
Khan vs. State was heard on Wed. 7 Feb. ‖ The court rose at noon.
"""

DIPLOMATIC = """
The Council adopted Res. 2593 (2021). ‖ China and Russia abstained.
See S/2024/92, para. 14, and Doc. A/78/5, pp. 3 and 4. ‖ Annex II lists the names.
Under Art. 51 of the Charter a State may defend itself. ‖ Art. V is not at issue.
Nos. 3 and 4 are agreed. ‖ No. 5 is open, i.e. Parties will return to it.
H.E. Mr. Amir Khan met Amb. R. Olson on 5 Feb. 2024. ‖ No text was issued.
Some donors, e.g. Norway, will pay. ‖ Others, incl. Japan, will not.
The U.N. Secretary-General called it “a step.” ‖ The U.K. Foreign Office did not comment.
The envoy said ‘there is no deal’. ‖ The ministry’s spokesman said: ‘None.’ ‖ It was late.
«Nous sommes prêts. Nous partons.» ‖ Paris did not repeat it.
« Nous sommes prêts. » ‖ Paris did not repeat it.
„Wir bleiben. Punkt.“ ‖ Berlin did not repeat it.
Berlin said »wir bleiben. Punkt.« and no more. ‖ That was all.
”Vi stannar. Punkt.” ‖ Stockholm did not repeat it.
The Quint (France, Germany, Italy, the U.K. and the U.S.) met. ‖ It will meet again.
The text speaks of “confidence-building measures”. ‖ It names none.
Two points are open: 1. The border stays shut. ‖ 2. Trade is halted.
The parties met in Doha, Geneva, etc. ‖ Nothing came of it.
"""

MILITARY = """
Lt. Gen. Asim Munir met Gen. Asim Bajwa. ‖ Gen. (retd.) Khan was present.
Brig. S. M. Ali took over 11 Bde. at 0600Z. ‖ Lt. Col. Raza commands 4 Bn. ‖ It is in D. I. Khan.
A strike by U.S. forces hit a target 3.5 km. south of Khost. ‖ Its effect is not known.
Fire was exchanged near Pt. 4875. ‖ It lasted 20 min. ‖ The post held.
The drone (an MQ-9, No. 114) crashed at 33.61 N. 71.2 E. is wrong. ‖ It was recovered.
Cpl. Shah and Sgt. Gul were wounded. ‖ Capt. Noor was not.
GEN. ASIM SPOKE AT NOON. ‖ NOBODY ASKED.
The unit moved to the F.A.T.A. ‖ The move took two days.
Vehicles were seen at approx. 40 sites. ‖ Max. range is 40 km.
The attack took place in N. Waziristan. ‖ S. Waziristan was quiet.
World War I. ‖ The end.
"""

NGO = """
Acled counted 12 events [@c-1]. ‖ Deaths fell [@c-2, p. 3; @s-1].
Acled counted 12 events. [@c-1] ‖ Deaths fell. [@c-2]
Acled counted 12 events in the U.S. [@c-1] ‖ Pakistan had 40.
Families left (see the map [@c-1]). ‖ Most went to Bannu. ([@c-2]) ‖ They have no tents.
*The Express Tribune* reported 40 tents. ‖ **The need is larger.** ‖ *Dawn* says 400.
**Outlook.** ‖ Rain will come.
Read [the report](https://example.org/a_b.pdf). ‖ It has 40 pages.
See https://example.org/a.b?c=d. ‖ Next to it is <https://example.org/e.>. ‖ Both are free.
Run `fetch. Now` twice. ‖ It takes 5 min. a day.
A 5\\* hotel was hit. ‖ Staff fled.
{j-1} ‖ This rests on one report.
Fighting goes on. ‖ {j-1} ‖ {j-2} [@c-1] ‖ It rests on one report.
As {j-1} shows, talks go on. ‖ {j-2} and {j-3} rest on one report.
It is {likelihood} that rain will come. ‖ {likelihood} is our word for it.
{j-1}. ‖ That is all.
The crews’ mood is bad. ‖ It’s the ’22 floods. ‖ The drivers’ isn’t.
The crews' mood is bad. ‖ It's the '22 floods. ‖ The drivers' isn't.
‘Abd al-Malik spoke. ‖ The crews’ mood is bad. ‖ So is Sa‘ud’s.
He wrote “we need help. ‖ Nobody came. ‖ The line was cut.
The 5" pipe burst. ‖ The 6" pipe held.
"""


def cases(register: str) -> list[str]:
    return register.strip().splitlines()


@pytest.mark.parametrize("case", [*cases(WIRE), *cases(DIPLOMATIC), *cases(MILITARY), *cases(NGO)])
def test_a_sentence_ends_where_a_reader_would_say(case):
    assert [sentence.text for sentence in sentences(case.replace(" ‖ ", " "))] == case.split(" ‖ ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("Fire", ["Fire"]),
        ("Fire broke\nout. It\nwas late.\n", ["Fire broke\nout.", "It\nwas late."]),
        ("No point here\n\nA paragraph", ["No point here", "A paragraph"]),
        ("Two:\n\n- fire. Smoke\n- water\n  and mud\n* ash", ["Two:", "fire.", "Smoke", "water\n  and mud", "ash"]),
        ("1. Fire\n2. Water\n10) Ash", ["Fire", "Water", "Ash"]),
        ("It began in\n2024. It ended.", ["It began in\n2024.", "It ended."]),
        ("It cost\n- in all - 5.", ["It cost", "in all - 5."]),
        ("- 1. Fire\n  2. Water", ["Fire", "Water"]),
        ("# Heading\nText. More", ["Heading", "Text.", "More"]),
        ("Title\n=====\nText\n---\nMore", ["Title", "Text", "More"]),
        ("#1 in the list\nand last", ["#1 in the list\nand last"]),
        ("| Day | What |\n|:--|---|\n| 5 Feb. | Fire. Smoke |", ["Day", "What", "5 Feb.", "Fire.", "Smoke"]),
        ("Day | What\n--- | ---\n5 Feb. | a \\| b\n\nA | b", ["Day", "What", "5 Feb.", "a \\| b", "A | b"]),
        ("He:\n\n> We will. We\n> win.\n>\n> Today.\n\nHe left.", ["He:", "We will. We\n> win.", "Today.", "He left."]),
        ("a.\n***\n[@c-1]", ["a.", "[@c-1]"]),
        ("{j-1}\n{j-2}\n\n{j-3}", ["{j-1}", "{j-2}", "{j-3}"]),
        ("Fire. … ... ** ** !", ["Fire. … ... ** ** !"]),
        ("آگ لگی۔ کیا ہوا؟ ختم۔", ["آگ لگی۔", "کیا ہوا؟", "ختم۔"]),
    ],
)
def test_blocks_end_sentences_and_single_line_breaks_do_not(text, expected):
    assert [sentence.text for sentence in sentences(text)] == expected


def test_start_points_into_the_field():
    text = "  First. *Second*\none.\n\n- Third\n| Fourth |"
    found = sentences(text)
    assert [sentence.start for sentence in found] == [2, 9, 26, 34]
    assert all(text.startswith(sentence.text, sentence.start) for sentence in found)
