"""Abbreviations that end in a point, by what the point says about the end of a sentence."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# a name, a number or an example follows: the point never ends a sentence
LEADING = _set(
    """
    Mr Mrs Ms Mx Dr Prof Messrs Msgr Rev Hon Fr Ste
    Gen Lt Col Maj Capt Cpt Cmdr Cdr Comdr Cmdt Adm Brig Sgt Cpl Pvt Pte Supt Insp Det Const Flt Sqn Wg
    Sen Sens Rep Reps Gov Govs Pres Amb Sec Min Dep Asst Atty Chmn Spc Engr Adv Mohd
    MR MRS MS DR GEN LT COL MAJ SEN REP Retd retd Ret ret
    approx ca cf incl esp viz vs resp Approx Ca Cf Incl Esp Viz
    e.g i.e E.g I.e
    """
)

# a number follows, or else the word is no abbreviation
NUMBERED = _set(
    """
    No Nos no nos Nr nr Art Arts art arts p pp Pp Rs vol vols para paras Para Paras Fig Figs fig figs
    Chs ch Sect sec secs sect pt Ver ver Annex Tel tel
    """
)

# the sentence may go on or end: the next word decides
EITHER = _set(
    """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat
    Inc Ltd Co Corp Cos Bros Jr Sr Esq Pty Plc Assn Assoc Univ Inst
    St Ave Rd Blvd Sq Hwy Ft ft Mt Mts Dept Depts dept Govt govt Gov't Int'l Nat'l Intl Natl Dist dist Prov prov
    Est est al ed eds Ed Eds max min hr hrs mins km kms mi kg lb lbs oz sq cu Ref ref Doc Res Reg Vol Vols Pt Op Ch
    Bn Bde Div Regt Sqdn
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn
    Tex Va Vt Wash Wis Wyo
    """
)

ALL = LEADING | NUMBERED | EITHER

# words that begin sentences and hardly ever a name
OPENERS = _set(
    """
    A An The This That These Those There Here It Its He His She Her They Their Them We Our I You Your My
    In On At By For From To With Without After Before Since During Until While When Where Whether If As Although Though
    Because Despite Given Instead Among Between Against Within Following According Throughout Through Across Amid
    And But Or Yet So Nor However Moreover Meanwhile Still Then Thus Hence Therefore Nevertheless Nonetheless Also
    Additionally Furthermore Similarly Finally Consequently Separately
    Who What Which Why How Not None Neither Either Both Each Every Some Many Most Several Few Another Such Even
    Once Now Today Yesterday Tomorrow Tonight Later Earlier
    """
)

DAYS_AND_MONTHS = _set(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December
    """
)
