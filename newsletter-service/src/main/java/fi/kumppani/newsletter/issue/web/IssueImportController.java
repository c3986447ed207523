package fi.kumppani.newsletter.issue.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.security.OpenToScope;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.newsletter.issue.Copy;
import fi.kumppani.newsletter.issue.ImportIssue;
import fi.kumppani.newsletter.issue.ImportIssue.Row;
import fi.kumppani.newsletter.issue.Issue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Takes over the letters a municipality has sent so far; each row once, and nobody is mailed. */
@RestController
class IssueImportController {

    private final ImportIssue importIssue;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    IssueImportController(ImportIssue importIssue, JsonMapper json, Ids ids, Clock clock) {
        this.importIssue = importIssue;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** A call of the import. */
    record ImportRequest(@NotEmpty @Size(max = 100) List<@NotNull @Valid RowRequest> rows) {}

    /**
     * A letter that was sent.
     *
     * @param key stable at its source
     * @param listId the list it went to
     * @param sentOn the day in Finland; its noon is kept, as the time is not known
     * @param recipients how many it was sent to
     * @param issue what it said
     */
    record RowRequest(
            @NotNull @Pattern(regexp = "[\\x21-\\x7e]{1,100}") String key,
            @NotNull @Size(max = 100) String listId,
            @NotNull LocalDate sentOn,
            @Min(0) @Max(10_000_000) int recipients,
            @NotNull @Valid IssueRequest issue) {}

    /** What became of each row, in their order. */
    record ImportView(List<RowView> rows) {}

    /**
     * What became of a row.
     *
     * @param result {@code imported}, {@code unchanged} or {@code refused}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowView(
            String key, String result, @Nullable String id, @Nullable List<FieldError> errors) {

        static RowView refused(String key, String field, String code, String message) {
            return new RowView(key, "refused", null, List.of(new FieldError(field, code, message)));
        }
    }

    @OpenToScope("history:import")
    @PostMapping("/v1/municipalities/{code}/issue-imports")
    ImportView take(@PathVariable String code, @Valid @RequestBody ImportRequest request) {
        return new ImportView(request.rows().stream().map(this::take).toList());
    }

    private RowView take(RowRequest row) {
        List<FieldError> errors = new ArrayList<>(row.issue().errors("issue."));
        if (row.issue().segment() != null) {
            errors.add(
                    new FieldError(
                            "issue.segment",
                            "not-possible",
                            "Whom an issue was meant for is not imported"));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant noon = row.sentOn().atTime(LocalTime.NOON).atZone(FinnishTime.ZONE).toInstant();
        Instant sentAt = noon.isAfter(now) ? now : noon;
        if (row.sentOn().isAfter(FinnishTime.dayOf(now))) {
            errors.add(
                    new FieldError(
                            "sentOn", "in-the-future", "It was sent on a day that has been"));
        }
        if (!errors.isEmpty()) {
            return new RowView(row.key(), "refused", null, errors);
        }
        Copy copy = row.issue().toCopy(ids.next(), row.listId());
        var issue = new Issue.Sent(copy, row.recipients(), 0, sentAt, true);
        return switch (importIssue.take(row.key(), hash(row), issue)) {
            case Row.Imported(var id) -> new RowView(row.key(), "imported", id, null);
            case Row.Unchanged(var id) -> new RowView(row.key(), "unchanged", id, null);
            case Row.KeyReused _ ->
                    RowView.refused(
                            row.key(),
                            "key",
                            "key-reused",
                            "This key came with another row before");
            case Row.NumberTaken _ ->
                    RowView.refused(
                            row.key(),
                            "issue.number",
                            "number-taken",
                            "Another issue of the list has this number");
            case Row.UnknownList _ ->
                    RowView.refused(row.key(), "listId", "unknown", "There is no such list");
        };
    }

    private String hash(RowRequest row) {
        try {
            byte[] content = json.writeValueAsString(row).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
