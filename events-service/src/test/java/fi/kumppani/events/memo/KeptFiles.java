package fi.kumppani.events.memo;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.event.EventId;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Contents without a store. */
final class KeptFiles implements AttachedFiles {

    final Map<String, FileContent> contents = new TreeMap<>();
    boolean away;

    @Override
    public void keep(EventId event, String key, FileContent content) {
        assertThat(contents.put(event + ":" + key, content)).isNull();
    }

    @Override
    public Optional<FileContent> find(EventId event, String key) {
        return Optional.ofNullable(contents.get(event + ":" + key));
    }

    @Override
    public List<Kept> locate(String after, int limit) {
        return contents.keySet().stream()
                .filter(position -> position.compareTo(after) > 0)
                .limit(limit)
                .map(
                        position ->
                                new Kept(
                                        position,
                                        new MunicipalityCode("743"),
                                        new EventId(position.substring(0, 36)),
                                        position.substring(37)))
                .toList();
    }

    @Override
    public void erase(EventId event, String key) {
        if (away) {
            throw new IllegalStateException("The store is away");
        }
        contents.remove(event + ":" + key);
    }
}
