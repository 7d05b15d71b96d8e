"""People who chat from the shop's pages: what the script does in a browser, without the browser.

    browsers = Browsers("http://127.0.0.1:8040", origin="http://127.0.0.1:8050", heard=answer)
    browsers.write("anouk", "Past hij op mijn kast?", name="Anouk", product="LUM-55-11")
    browsers.stop()

`heard` is called with the conversation and the text of each answer, once its reader has read it.
"""

from workstation.simulator.browsers.browsers import Browsers

__all__ = ["Browsers"]
