package fi.kumppani.registry.association.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.registry.association.Facts;
import fi.kumppani.registry.association.ImportAssociations;
import fi.kumppani.registry.association.MailContact;
import fi.kumppani.registry.association.Refusal;
import fi.kumppani.registry.municipality.Classification;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes over the register that a municipality has kept so far. */
@RestController
@RequestMapping("/v1/municipalities/{code}/association-imports")
class AssociationImportController {

    private static final String HISTORY_IMPORT = "history:import";
    private static final int MOST_ROWS = 500;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final ImportAssociations importAssociations;
    private final Classification classification;

    AssociationImportController(
            ImportAssociations importAssociations, Classification classification) {
        this.importAssociations = importAssociations;
        this.classification = classification;
    }

    /**
     * A call of the import.
     *
     * @param rows 1 to 500
     */
    record ImportRequest(@Nullable List<@Nullable RowRequest> rows) {}

    /**
     * A row.
     *
     * @param key stable at its source, 1 to 100 visible ASCII characters
     * @param contact where its mail goes; absent for nowhere
     */
    record RowRequest(
            @Nullable String key,
            @Nullable AssociationRequest association,
            @Nullable ContactRequest contact) {}

    /** What became of each row, in their order. */
    record ImportView(int imported, int unchanged, int refused, List<RowView> rows) {}

    /**
     * What became of a row.
     *
     * @param result {@code imported}, {@code importable} when it was only tried, {@code unchanged}
     *     or {@code refused}
     * @param errors the fields at fault of a refused row
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowView(
            @Nullable String key,
            String result,
            @Nullable String id,
            @Nullable List<FieldError> errors) {

        private static final String IMPORTED = "imported";
        private static final String IMPORTABLE = "importable";
        private static final String UNCHANGED = "unchanged";
        private static final String REFUSED = "refused";

        static RowView refused(@Nullable String key, List<FieldError> errors) {
            return new RowView(key, REFUSED, null, errors);
        }

        static RowView refused(@Nullable String key, String field, String code, String message) {
            return refused(key, List.of(new FieldError(field, code, message)));
        }
    }

    /** What would become of each row, in their order. */
    record TrialView(int importable, int unchanged, int refused, List<RowView> rows) {}

    /** What is done with a row that is sound. */
    @FunctionalInterface
    private interface Taking {

        RowView take(String key, Facts facts, Optional<MailContact> contact);
    }

    @OpenToSignedIn
    @PostMapping
    ImportView take(
            @PathVariable String code, @RequestBody ImportRequest request, CurrentUser user) {
        List<RowView> rows = rows(request, user, this::take);
        return new ImportView(
                count(rows, RowView.IMPORTED),
                count(rows, RowView.UNCHANGED),
                count(rows, RowView.REFUSED),
                rows);
    }

    /** Tries an import out: the same answer with {@code importable}, and nothing is kept. */
    @OpenToSignedIn
    @PostMapping("/trials")
    TrialView rehearse(
            @PathVariable String code, @RequestBody ImportRequest request, CurrentUser user) {
        ImportAssociations.Rehearsal rehearsal = importAssociations.rehearse();
        List<RowView> rows =
                rows(
                        request,
                        user,
                        (key, facts, contact) -> rehearse(rehearsal, key, facts, contact));
        return new TrialView(
                count(rows, RowView.IMPORTABLE),
                count(rows, RowView.UNCHANGED),
                count(rows, RowView.REFUSED),
                rows);
    }

    private List<RowView> rows(ImportRequest request, CurrentUser user, Taking taking) {
        if (!user.hasAnyOf(Role.COORDINATOR) && !user.scopes().contains(HISTORY_IMPORT)) {
            throw Problems.missingRole();
        }
        if (classification.municipality(Tenancy.current()).isEmpty()) {
            throw Problems.invalid("homeMunicipality", "unknown", "There is no such municipality");
        }
        List<@Nullable RowRequest> rows = request.rows();
        if (rows == null || rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw Problems.invalid("rows", "size", "A call has 1 to " + MOST_ROWS + " rows");
        }
        return rows.stream().map(row -> read(row, taking)).toList();
    }

    private static RowView read(@Nullable RowRequest row, Taking taking) {
        if (row == null || row.key() == null || !KEY.matcher(row.key()).matches()) {
            return RowView.refused(
                    null, "key", "malformed", "A key has 1 to 100 visible ASCII characters");
        }
        if (row.association() == null) {
            return RowView.refused(row.key(), "association", "missing", "This is needed");
        }
        ContactRequest contact =
                Objects.requireNonNullElseGet(row.contact(), () -> new ContactRequest(null, null));
        List<FieldError> inContact = contact.errors("contact.");
        return switch (FactsReader.read(row.association())) {
            case FactsReader.Sound(Facts facts) when inContact.isEmpty() ->
                    taking.take(row.key(), facts, contact.toDomain());
            case FactsReader.Sound _ -> RowView.refused(row.key(), inContact);
            case FactsReader.Faulty(var errors) ->
                    RowView.refused(
                            row.key(), Stream.concat(errors.stream(), inContact.stream()).toList());
        };
    }

    private RowView take(String key, Facts facts, Optional<MailContact> contact) {
        return switch (importAssociations.take(
                key, ContentHash.of(facts, contact), facts, contact)) {
            case ImportAssociations.Row.Imported(String id) ->
                    new RowView(key, RowView.IMPORTED, id, null);
            case ImportAssociations.Row.Unchanged(String id) ->
                    new RowView(key, RowView.UNCHANGED, id, null);
            case ImportAssociations.Row.KeyReused _ -> keyReused(key);
            case ImportAssociations.Row.Refused(Refusal refusal) -> refused(key, refusal);
        };
    }

    private static RowView rehearse(
            ImportAssociations.Rehearsal rehearsal,
            String key,
            Facts facts,
            Optional<MailContact> contact) {
        return switch (rehearsal.take(key, ContentHash.of(facts, contact), facts)) {
            case ImportAssociations.Prospect.Importable _ ->
                    new RowView(key, RowView.IMPORTABLE, null, null);
            case ImportAssociations.Prospect.Unchanged _ ->
                    new RowView(key, RowView.UNCHANGED, null, null);
            case ImportAssociations.Prospect.KeyReused _ -> keyReused(key);
            case ImportAssociations.Prospect.Refused(Refusal refusal) -> refused(key, refusal);
        };
    }

    private static RowView keyReused(String key) {
        return RowView.refused(key, "key", "key-reused", "This key came with another row before");
    }

    private static RowView refused(String key, Refusal refusal) {
        return switch (refusal) {
            case BUSINESS_ID_TAKEN ->
                    RowView.refused(key, "businessId", "taken", "Another association has it");
            case REGISTER_NUMBER_TAKEN ->
                    RowView.refused(key, "registerNumber", "taken", "Another association has it");
            case ALREADY_VERIFIED, DISSOLVED, NO_SUCH_ORIGINAL ->
                    throw new IllegalStateException("A new association is not " + refusal);
        };
    }

    private static int count(List<RowView> rows, String result) {
        return (int) rows.stream().filter(row -> Objects.equals(row.result(), result)).count();
    }
}
