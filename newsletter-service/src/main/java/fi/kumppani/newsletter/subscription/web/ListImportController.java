package fi.kumppani.newsletter.subscription.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.security.OpenToScope;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.subscription.CreateList;
import fi.kumppani.newsletter.subscription.Lists.Addition;
import fi.kumppani.newsletter.subscription.NewsletterList;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Takes over the lists that a municipality has had so far; each row once. */
@RestController
class ListImportController {

    private final CreateList createList;

    ListImportController(CreateList createList) {
        this.createList = createList;
    }

    /** A call of the import. */
    record ImportRequest(@NotEmpty @Size(max = 100) List<@NotNull @Valid RowRequest> rows) {}

    /**
     * A list.
     *
     * @param key stable at its source
     * @param sendsLatest whether who joins gets the latest issue along with a welcome letter; not
     *     so when absent
     * @param announcesCalls whether each call for grants is told at once; not so when absent
     */
    record RowRequest(
            @NotNull @Pattern(regexp = "[\\x21-\\x7e]{1,100}") String key,
            @NotNull LocalizedText name,
            @Nullable Boolean sendsLatest,
            @Nullable Boolean announcesCalls) {

        NewsletterList.Profile profile() {
            return NewsletterList.Profile.PLAIN.byItself(
                    Boolean.TRUE.equals(sendsLatest), Boolean.TRUE.equals(announcesCalls));
        }
    }

    /** What became of each row, in their order. */
    record ImportView(List<RowView> rows) {}

    /**
     * What became of a row.
     *
     * @param result {@code imported}, {@code unchanged} or {@code refused}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowView(
            String key, String result, @Nullable String id, @Nullable List<FieldError> errors) {}

    @OpenToScope("history:import")
    @PostMapping("/v1/municipalities/{code}/list-imports")
    ImportView take(@PathVariable String code, @Valid @RequestBody ImportRequest request) {
        FieldErrors errors = new FieldErrors();
        for (int i = 0; i < request.rows().size(); i++) {
            errors.longest(
                    "rows[" + i + "].name",
                    request.rows().get(i).name(),
                    ProfileRequest.LONGEST_NAME);
        }
        errors.throwIfAny();
        return new ImportView(request.rows().stream().map(this::take).toList());
    }

    private RowView take(RowRequest row) {
        String content = row.name().toString();
        return switch (createList.take(row.key(), content, row.name(), row.profile())) {
            case Addition.Added(var list) -> new RowView(row.key(), "imported", list.id(), null);
            case Addition.Repeated(var list) ->
                    new RowView(row.key(), "unchanged", list.id(), null);
            case Addition.KeyReused _ ->
                    new RowView(
                            row.key(),
                            "refused",
                            null,
                            List.of(
                                    new FieldError(
                                            "key",
                                            "key-reused",
                                            "This key came with another list before")));
        };
    }
}
