package fi.kumppani.newsletter.issue.persistence;

import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.newsletter.issue.Echoes;

import org.springframework.stereotype.Component;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One document for each letter and what came back of it, under the letter's id: those of an issue
 * lie side by side.
 */
@Component
class StoredEchoes implements Echoes {

    private static final String BETWEEN = ".";
    private static final int PAGE = 500;

    private final AggregateCollection<EchoDocument> collection;

    StoredEchoes(AggregateCollections collections) {
        this.collection = collections.collection("letter.echoes", EchoDocument.class).open();
    }

    /** What came back, as it is kept. */
    record EchoDocument(String kind) {}

    @Override
    public void note(String letterId, Kind kind) {
        if (letterId.contains(BETWEEN)) {
            var _ =
                    collection.insert(
                            letterId + ":" + WireCodes.of(kind),
                            null,
                            new EchoDocument(WireCodes.of(kind)),
                            List.of());
        }
    }

    @Override
    public Map<Kind, Integer> count(String issueId) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        String after = issueId + BETWEEN;
        List<Stored<EchoDocument>> page;
        do {
            page =
                    collection.list(after, PAGE).stream()
                            .takeWhile(echo -> echo.id().startsWith(issueId + BETWEEN))
                            .toList();
            for (Stored<EchoDocument> echo : page) {
                counts.merge(
                        WireCodes.read(Kind.class, echo.body().kind()).orElseThrow(),
                        1,
                        Integer::sum);
                after = echo.id();
            }
        } while (page.size() == PAGE);
        return counts;
    }
}
