package fi.kumppani.newsletter.sender;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name service that says what it is told. */
public final class KnownRecords implements DomainRecords {

    private final Map<String, List<String>> texts = new ConcurrentHashMap<>();
    private volatile boolean away;

    /** A name has these text records. */
    public void publish(String name, String... values) {
        texts.put(name, List.of(values));
    }

    /** It does not answer, or does again. */
    public void away(boolean is) {
        away = is;
    }

    @Override
    public Answer texts(String name) {
        return away ? new Answer.Away() : new Answer.Known(texts.getOrDefault(name, List.of()));
    }
}
