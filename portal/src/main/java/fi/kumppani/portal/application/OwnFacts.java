package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody may look after in matters of grants, as grants-service tells it.
 *
 * @param associations those they may act for
 * @param applications those of these associations, the latest first
 */
public record OwnFacts(List<Association> associations, List<Row> applications) {

    static final OwnFacts NOTHING = new OwnFacts(List.of(), List.of());

    /** Copies the lists. */
    public OwnFacts {
        associations = List.copyOf(associations);
        applications = List.copyOf(applications);
    }

    /** An association; its name is absent while grants-service does not know it. */
    public record Association(String id, @Nullable LocalizedText name) {

        /** Its name; its id while that is not known. */
        public Told told(Language language) {
            return name == null ? new Told(id, language.code()) : name.told(language);
        }
    }

    /**
     * An application.
     *
     * @param due what it waits for from the association
     */
    public record Row(
            String id,
            String status,
            @Nullable String diaryNumber,
            String associationId,
            LocalizedText callTitle,
            BigDecimal requested,
            @Nullable BigDecimal granted,
            List<Due> due) {

        /** Copies the list. */
        public Row {
            due = List.copyOf(due);
        }
    }

    /**
     * Something that is due.
     *
     * @param what {@code hand-in}, {@code supplement}, {@code acceptance} or {@code report}
     * @param at until when, of what goes by the minute
     * @param on the last day, of what goes by days
     */
    public record Due(String what, @Nullable Instant at, @Nullable LocalDate on, boolean overdue) {}

    /** The association with this id. */
    public Optional<Association> association(@Nullable String id) {
        return associations.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The application with this id. */
    Optional<Row> application(String id) {
        return applications.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Asks for them in a municipality. */
    static Question<OwnFacts> in(String municipality) {
        return Question.get(
                Backend.GRANTS,
                OwnFacts.class,
                "/v1/municipalities/{municipality}/own-applications",
                Map.of("municipality", municipality));
    }
}
