package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.page.FilledForm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts what events-service found wrong with a part of an event at the fields of its form. */
final class PartRefusals {

    private static final Pattern OF_ROW =
            Pattern.compile("(?:registration\\.(?:workshops\\.)?)?([a-z]+)\\[([0-9]{1,3})](.*)");
    private static final Pattern BY_ID =
            Pattern.compile("registration\\.(quotas)\\.([a-z0-9-]{1,40})(?:\\..*)?");

    private PartRefusals() {}

    /** Says what is wrong. */
    static void put(FilledForm form, EventPart part, Refusal refusal) {
        List<Refusal.FieldError> errors = new ArrayList<>();
        for (Refusal.FieldError error : refusal.errors()) {
            errors.add(
                    new Refusal.FieldError(
                            field(form, part, error.field()).orElse(error.field()), error.code()));
        }
        form.refuse(
                new Refusal(refusal.status(), refusal.reason(), errors),
                Refused.FAMILY,
                Refused.REASONS,
                error ->
                        PartFields.error(error.field())
                                + (error.field().equals("networkId")
                                                && error.code().equals("required")
                                        ? ".needed"
                                        : ""));
    }

    /** The field of the form for a path in the body. */
    private static Optional<String> field(FilledForm form, EventPart part, String path) {
        Matcher ofRow = OF_ROW.matcher(path);
        if (ofRow.matches()) {
            return asked(form, ofRow.group(1) + "-" + ofRow.group(2) + ofRow.group(3))
                    .or(() -> asked(form, ofRow.group(1)));
        }
        Matcher byId = BY_ID.matcher(path);
        if (byId.matches()) {
            return part.lists().stream()
                    .filter(rows -> rows.name().equals(byId.group(1)))
                    .flatMap(rows -> row(form, rows, byId.group(2)))
                    .findFirst();
        }
        return asked(form, path);
    }

    private static Stream<String> row(FilledForm form, PartRows rows, String id) {
        return IntStream.range(0, rows.count(form))
                .filter(row -> form.has(rows.field(row, PartFields.ID), id))
                .mapToObj(row -> rows.field(row, "title.fi"));
    }

    private static Optional<String> asked(FilledForm form, String field) {
        String plain = field.replaceFirst("(materials)\\[.*", "$1");
        return Stream.of("", ".fi", ".time", ".title.fi", ".name.fi")
                .map(end -> plain + end)
                .filter(form::asks)
                .findFirst();
    }
}
