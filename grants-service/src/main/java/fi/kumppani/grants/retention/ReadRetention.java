package fi.kumppani.grants.retention;

import fi.kumppani.grants.grantapplication.GrantApplication;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.List;

/** Tells until when what one application brought with it is kept. */
@Service
public class ReadRetention {

    private final ChooseRetention retention;
    private final KeptUntil keptUntil;
    private final Erasures erasures;

    ReadRetention(ChooseRetention retention, KeptUntil keptUntil, Erasures erasures) {
        this.retention = retention;
        this.keptUntil = keptUntil;
        this.erasures = erasures;
    }

    /**
     * Until when all is kept.
     *
     * @param lifespan whether something is open
     */
    public record Kept(Lifespan lifespan, List<Line> lines) {

        /** Copies the list. */
        public Kept {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Until when documents of a kind are kept.
     *
     * @param until the last day; null for ever, and as long as something is open
     * @param erasure that they were erased; null before
     */
    public record Line(RetentionRule rule, @Nullable LocalDate until, @Nullable Erasure erasure) {}

    /** Of one application. */
    public Kept of(GrantApplication application) {
        Lifespan lifespan = keptUntil.lifespan(application);
        ErasureLog known = erasures.of(application.filing().id().value());
        boolean isDraft = application instanceof GrantApplication.Draft;
        return new Kept(
                lifespan,
                retention.schedule().body().rules().stream()
                        .filter(rule -> isDraft == (rule.kind() == DocumentKind.DRAFT))
                        .map(
                                rule ->
                                        new Line(
                                                rule,
                                                keptUntil
                                                        .of(application, lifespan, rule)
                                                        .orElse(null),
                                                known.find(rule.kind()).orElse(null)))
                        .toList());
    }
}
