package fi.kumppani.portal.door;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;

/** The code at the door, and when another one is to be shown. */
record ShownCode(String text, String changes) {

    static ShownCode of(DoorFacts.Code code, Language language) {
        return new ShownCode(code.code(), Formats.time(code.changesAt(), language));
    }
}
