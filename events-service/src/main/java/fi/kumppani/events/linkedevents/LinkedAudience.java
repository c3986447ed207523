package fi.kumppani.events.linkedevents;

import fi.kumppani.events.event.Audience;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom an event is meant for in the words of Linked Events: concepts of YSO, the general Finnish
 * ontology, as its calendars use them for audiences.
 */
enum LinkedAudience {
    CHILDREN("p4354", "lapset", Audience.FAMILIES),
    FAMILIES_WITH_CHILDREN("p13050", "lapsiperheet", Audience.FAMILIES),
    FAMILIES_WITH_BABIES("p20513", "vauvaperheet", Audience.FAMILIES),
    YOUNG_PEOPLE("p11617", "nuoret", Audience.YOUNG_PEOPLE),
    OLDER_PEOPLE("p2433", "ikääntyneet", Audience.OLDER_PEOPLE),
    DISABLED_PEOPLE("p7179", "vammaiset", Audience.DISABLED_PEOPLE),
    IMMIGRANTS("p6165", "maahanmuuttajat", Audience.NEWCOMERS),
    ASSOCIATIONS("p1393", "järjestöt", Audience.ASSOCIATIONS);

    private static final Map<Audience, LinkedAudience> TOLD =
            Map.of(
                    Audience.FAMILIES, FAMILIES_WITH_CHILDREN,
                    Audience.YOUNG_PEOPLE, YOUNG_PEOPLE,
                    Audience.OLDER_PEOPLE, OLDER_PEOPLE,
                    Audience.DISABLED_PEOPLE, DISABLED_PEOPLE,
                    Audience.NEWCOMERS, IMMIGRANTS,
                    Audience.ASSOCIATIONS, ASSOCIATIONS);

    private final String concept;
    private final String name;
    private final Audience audience;

    LinkedAudience(String concept, String name, Audience audience) {
        this.concept = concept;
        this.name = name;
        this.audience = audience;
    }

    /**
     * Whom a keyword means; empty for one that has no word here.
     *
     * @param id such as {@code yso:p11617}, or an address that ends in it or in {@code /p11617}
     */
    static Optional<Audience> read(String id) {
        String end = id.endsWith("/") ? id.substring(0, id.length() - 1) : id;
        return Stream.of(values())
                .filter(
                        each ->
                                end.endsWith("yso:" + each.concept)
                                        || end.endsWith("/yso/" + each.concept))
                .map(each -> each.audience)
                .findFirst();
    }

    /** The keywords for all of these that have one. */
    static List<Map<String, @Nullable Object>> tell(Set<Audience> audience) {
        return Stream.of(Audience.values())
                .filter(audience::contains)
                .map(TOLD::get)
                .filter(Objects::nonNull)
                .map(LinkedAudience::keyword)
                .toList();
    }

    private Map<String, @Nullable Object> keyword() {
        Map<String, @Nullable Object> keyword = new LinkedHashMap<>();
        keyword.put("@id", "http://www.yso.fi/onto/yso/" + concept);
        keyword.put("@type", "Keyword");
        keyword.put("id", "yso:" + concept);
        keyword.put("name", Map.of("fi", name));
        return keyword;
    }
}
