package fi.kumppani.events.linkedevents;

import fi.kumppani.events.event.Keyword;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an event is about in the words of Linked Events. */
final class LinkedKeywords {

    private static final String YSO = "yso:";
    private static final String YSO_ADDRESS = "http://www.yso.fi/onto/yso/";
    private static final int LONGEST_THEME = 200;

    private LinkedKeywords() {}

    /**
     * A theme made of the names of keywords, in each language in which any is told; at most 200
     * characters, whole names only. Null when there are no names.
     */
    static @Nullable LocalizedText theme(List<Keyword> keywords) {
        String fi = names(keywords, Language.FI);
        String sv = names(keywords, Language.SV);
        String en = names(keywords, Language.EN);
        return Stream.of(fi, sv, en).allMatch(String::isEmpty)
                ? null
                : new LocalizedText(given(fi), given(sv), given(en));
    }

    private static String names(List<Keyword> keywords, Language language) {
        StringBuilder theme = new StringBuilder();
        for (Keyword keyword : keywords) {
            LocalizedText name = keyword.name();
            String told = name == null ? null : name.get(language);
            if (told != null) {
                String more = theme.isEmpty() ? told : ", " + told;
                if (theme.length() + more.length() <= LONGEST_THEME) {
                    theme.append(more);
                }
            }
        }
        return theme.toString();
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The keywords as they were told, with their names. */
    static List<Map<String, @Nullable Object>> tell(List<Keyword> keywords, String api) {
        return keywords.stream().map(keyword -> tell(keyword, api)).toList();
    }

    private static Map<String, @Nullable Object> tell(Keyword keyword, String api) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put(
                "@id",
                keyword.id().startsWith(YSO)
                        ? YSO_ADDRESS + keyword.id().substring(YSO.length())
                        : api + "/keyword/" + keyword.id() + "/");
        told.put("@type", "Keyword");
        told.put("id", keyword.id());
        told.put("name", LinkedEventWriter.texts(keyword.name()));
        return told;
    }
}
