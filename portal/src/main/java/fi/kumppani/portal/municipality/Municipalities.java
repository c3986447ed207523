package fi.kumppani.portal.municipality;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows what municipalities are called. Names hardly ever change, so they are asked for seldom and
 * kept while the registry is away.
 */
@Component
public final class Municipalities {

    private static final Duration ASKED_AGAIN_AFTER = Duration.ofMinutes(10);

    private final MunicipalitySettings settings;
    private final Backends backends;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Municipalities(MunicipalitySettings settings, Backends backends, Clock clock) {
        this.settings = settings;
        this.backends = backends;
        this.clock = clock;
    }

    /** Those that take part. */
    public List<Municipality> all(Reader reader) {
        List<CompletableFuture<Optional<Municipality>>> asked =
                settings.codes().stream()
                        .map(code -> backends.together(() -> find(code, reader)))
                        .toList();
        return asked.stream().flatMap(answer -> answer.join().stream()).toList();
    }

    /** The municipality with this code; nothing when there is none. */
    public Optional<Municipality> find(String code, Reader reader) {
        if (!Municipality.isCode(code)) {
            return Optional.empty();
        }
        Known before = known.get(code);
        if (before != null && clock.instant().isBefore(before.until())) {
            return Optional.of(before.told(code, reader));
        }
        return switch (ask(code, reader)) {
            case Answer.Found<Description>(Description description) ->
                    Optional.of(keep(code, description).told(code, reader));
            case Answer.Missing<Description> _ -> Optional.empty();
            case Answer.Refused<Description> _, Answer.Away<Description> _ ->
                    Optional.of(
                            before == null
                                    ? new Municipality(code, new Told(code, "fi"), null)
                                    : before.told(code, reader));
        };
    }

    private Answer<Description> ask(String code, Reader reader) {
        return backends.answer(
                reader,
                Question.get(
                        Backend.REGISTRY,
                        Description.class,
                        "/v1/municipalities/{code}",
                        Map.of("code", code)));
    }

    private Known keep(String code, Description description) {
        Known now = new Known(description, clock.instant().plus(ASKED_AGAIN_AFTER));
        known.put(code, now);
        return now;
    }

    record Description(LocalizedText name, @Nullable String region) {}

    private record Known(Description description, Instant until) {

        Municipality told(String code, Reader reader) {
            return new Municipality(
                    code,
                    description.name().in(reader.language()).orElse(new Told(code, "fi")),
                    description.region());
        }
    }
}
