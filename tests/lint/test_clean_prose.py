"""Ordinary prose of two hundred words, such as a newspaper or a ministry prints, has no finding."""

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


@pytest.mark.parametrize("text", [NEWS, NOTE], ids=["news", "diplomatic note"])
def test_a_clean_paragraph_has_no_finding(text, tmp_path):
    assert 180 <= words(text) <= 230
    fragment = yaml.safe_dump({"summary": {"narrative": [" ".join(text.split())]}}, allow_unicode=True)
    assert [str(one) for one in reviewed(fragment, tmp_path).findings] == []
