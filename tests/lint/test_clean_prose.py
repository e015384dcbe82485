"""Ordinary prose of two hundred words, of newspapers, ministries, staffs and aid agencies, has no finding."""

from __future__ import annotations

import pytest
import yaml

from briefgen.prose import words
from tests.lint.framing import reviewed

NEWS = """
Trains stood still across the north of Sweden for a sixth day on 4 February as crews of the northern line stayed away
from work [@c-1]. The Railway Crews Union (RCU) called them out at the end of January, after talks with the Northern
Railway Company on pay and rest hours had ended without a result. At Umeå, where the strike began, a few dozen
pickets stood around a brazier outside the depot gates. “We may be here until spring,” one of them said, “and we will
not be moved by letters.” Lt. Gen. Ek, who heads the civil defence board, told the regional council on 3 February that
the roads could carry the most urgent freight. Paper mills along the coast have stock for about two weeks, according
to their trade body. In May the company had offered a rise of 3.5 per cent; the union’s committee turned it down by
nine votes to four. A fire at a depot on 1 February, in which eleven people were injured, has nothing to do with the
strike, the police said [@c-2]. The union will put the company’s new offer to a ballot on 20 February [@c-3]. No. 3 on
its list of demands, a second driver on night trains, is part of the offer.
"""
NOTE = """
The Embassy presents its compliments to the Ministry and has the honour to refer to the Ministry’s note of 30 January
2024 on the passage of relief goods through the port of Kelmar. The Embassy has taken due note of the Ministry’s
readiness to receive a technical delegation, and proposes that it arrive on 12 February 2024. It would consist of four
members: a head of delegation, two engineers, and an interpreter. The Embassy recalls that both governments agreed, in
the exchange of letters of 9 November 2023, to keep the port open to ships that carry food, medicine and fuel, and
that a joint committee was to settle questions of inspection. The committee has met twice, on 14 December 2023 and on
18 January 2024. At its second meeting it found common ground on the list of goods, on the hours in which ships are
admitted, and on the language of the manifests. Two matters remain open: the place at which seals are checked, and the
fee for pilots. The Embassy has instructed the delegation to discuss both, and encloses a draft on each. It wishes to
thank the Ministry for the courtesy shown to the crew of the vessel that was delayed on 22 January, and avails itself
of this opportunity to renew to the Ministry the assurances of its highest consideration.
"""
NGO_UPDATE = """
Between 22 January and 4 February the relief committee registered 312 families in the upper camp, which brings their
number to 1,840. Most of them came on foot from three villages on the east bank, where the river left its bed on the
night of 21 January. The committee had room for 1,600 families; the rest share tents or sleep in the school, whose
classes are held in the open. Water comes from eight wells, of which two run dry by noon. The district’s engineers dug
a ninth on 30 January and found water at 24 metres. According to the committee’s log, 41 children were treated for
diarrhoea in the second clinic, against 38 in the two weeks before; nobody died. The Northern Relief Society (NRS)
gave out 900 blankets and 450 stoves, and the NRS’s lists were read aloud in each row of tents before anything was
handed over. Women may collect the rations of their households without a paper from the village, under the rules of
14 January. Mr. Lind, who heads the second clinic, told the committee on 2 February that it had drugs for a month. The
road along the dike reopened to lorries of up to seven tonnes on 1 February, once the army’s pioneers had laid a
bridge. What the committee still lacks stands in the annex: tents, lamp oil, and a second nurse.
"""
SITREP = """
From 280600Z JAN 24 to 040600Z FEB 24 the brigade held the line of the river between Hare Bridge and the ford. The
first battalion relieved the third at the bridge during the night of 30 January; the relief was complete at 0415Z and
went unseen. Opposing forces kept two companies on the far bank and a battery of four guns behind the mill. The battery
fired 62 rounds on five days, most of them at the eastern track, and hit a culvert, which engineers repaired within
six hours. Two men of the first battalion were wounded on 1 February and taken to the dressing station at Kelm. Patrols
crossed the ford on three nights. They found the far bank mined for some 200 metres north of the ferry house, and
brought back two prisoners, who gave their names and their regiment. The ice carries a man but no vehicle; Capt. Holt,
the brigade’s engineer, measures it at noon each day. Supply by the western road went on as planned: 48 lorries came
in, one of which slid into a ditch. Stocks of fuel stand at nine days and of small-arms ammunition at twelve. By order
of the division, the third battalion is to rest until 11 February, and no leave will be given before then. The river
has fallen by 30 centimetres.
"""


@pytest.mark.parametrize(
    "text", [NEWS, NOTE, NGO_UPDATE, SITREP], ids=["news", "diplomatic note", "NGO update", "military report"]
)
def test_a_clean_paragraph_has_no_finding(text, tmp_path):
    assert 180 <= words(text) <= 230
    fragment = yaml.safe_dump({"summary": {"narrative": [" ".join(text.split())]}}, allow_unicode=True)
    assert [str(one) for one in reviewed(fragment, tmp_path).findings] == []
