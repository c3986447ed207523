package fi.kumppani.portal.backend;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers for a few seconds what was found, so that a crowd on the start page does not become a
 * crowd at every service. That something is missing or away is not remembered.
 */
@Component
final class RecentAnswers {

    private static final int MOST = 2_000;

    private final Map<Question<?>, Kept> kept = new ConcurrentHashMap<>();
    private final Duration fresh;
    private final Clock clock;

    RecentAnswers(BackendSettings settings, Clock clock) {
        this.fresh = settings.recent();
        this.clock = clock;
    }

    @SuppressWarnings("unchecked") // a question and its answer are of one type: see keep
    <T> Optional<Answer<T>> find(Question<T> question) {
        Kept found = kept.get(question);
        return found != null && clock.instant().isBefore(found.until())
                ? Optional.of((Answer<T>) found.answer())
                : Optional.empty();
    }

    <T> Answer<T> keep(Question<T> question, Answer<T> answer) {
        if (answer instanceof Answer.Found<T>) {
            if (kept.size() >= MOST) {
                kept.clear();
            }
            kept.put(question, new Kept(answer, clock.instant().plus(fresh)));
        } else {
            kept.remove(question);
        }
        return answer;
    }

    private record Kept(Answer<?> answer, Instant until) {}
}
