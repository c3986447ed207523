package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.kit.text.WireCodes;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a registration has been told of after its event; its id is {@code <event>:<number>}.
 *
 * @param kinds such as {@code memo}
 */
record ToldDocument(List<String> kinds) {

    static ToldDocument from(Set<NoticeKind> kinds) {
        return new ToldDocument(kinds.stream().map(WireCodes::of).sorted().toList());
    }

    Set<NoticeKind> toDomain() {
        Set<NoticeKind> known = EnumSet.noneOf(NoticeKind.class);
        kinds.forEach(kind -> known.add(WireCodes.read(NoticeKind.class, kind).orElseThrow()));
        return known;
    }
}
