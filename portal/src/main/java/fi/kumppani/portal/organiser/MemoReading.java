package fi.kumppani.portal.organiser;

import static fi.kumppani.portal.organiser.EventFields.ERROR;

import fi.kumppani.portal.association.AssociationSearch;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.organiser.MemoFields.Rows;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads what is written in the form of a memo, and finds the associations that it names. */
@Component
final class MemoReading {

    private static final Pattern OF_ROW =
            Pattern.compile("(sections|actions)\\[([0-9]{1,3})]\\.([a-z]+).*");

    private final AssociationSearch associations;

    MemoReading(AssociationSearch associations) {
        this.associations = associations;
    }

    /** What the associations of a memo are called, by id; those that no register knows lack. */
    Map<String, Told> names(String code, MemoFacts memo, Reader reader) {
        List<String> ids =
                memo.actions().stream()
                        .map(MemoFacts.Action::associationId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return associations.byId(List.of(code), ids, reader).stream()
                .collect(
                        Collectors.toMap(
                                AssociationSearch.Named::id, AssociationSearch.Named::label));
    }

    /**
     * What is to be written; what is lacking, or cannot be found, becomes a fault of the form.
     *
     * @param before the memo as it was found, whose progress stays
     */
    MemoFacts.Written read(
            FilledForm form, Rows rows, MemoFacts before, String code, Reader reader) {
        required(form, MemoFields.TEXT);
        List<MemoFacts.Section> sections = new ArrayList<>();
        for (int row = 0; row < rows.sections(); row++) {
            if (MemoFields.hasSection(form, row)) {
                String field = MemoFields.section(row);
                required(form, field + MemoFields.TITLE);
                required(form, field + MemoFields.WORDS);
                sections.add(
                        new MemoFacts.Section(
                                text(form, field + MemoFields.TITLE),
                                orNull(form.value(field + MemoFields.GROUP)),
                                text(form, field + MemoFields.WORDS)));
            }
        }
        Map<String, Told> names = names(code, before, reader);
        List<MemoFacts.Action> actions = new ArrayList<>();
        for (int row = 0; row < rows.actions(); row++) {
            if (MemoFields.hasAction(form, row)) {
                actions.add(action(form, MemoFields.action(row), before, names, code, reader));
            }
        }
        return new MemoFacts.Written(text(form, MemoFields.TEXT), sections, actions);
    }

    private MemoFacts.Action action(
            FilledForm form,
            String field,
            MemoFacts before,
            Map<String, Told> names,
            String code,
            Reader reader) {
        MemoFacts.Action was =
                before.actions().stream()
                        .filter(
                                each ->
                                        form.has(
                                                field + MemoFields.ID, Objects.toString(each.id())))
                        .findFirst()
                        .orElse(null);
        required(form, field + MemoFields.WHAT);
        String association = association(form, field, was, names, code, reader);
        if (!MemoFields.isWritten(form, field + MemoFields.WHO)) {
            if (association == null) {
                form.refuse(field + MemoFields.WHO + ".fi", ERROR + "memo.who");
            } else {
                form.put(
                        field + MemoFields.WHO + "." + reader.language().code(),
                        form.value(field + MemoFields.ASSOCIATION));
            }
        }
        return new MemoFacts.Action(
                was == null ? null : was.id(),
                text(form, field + MemoFields.WHAT),
                text(form, field + MemoFields.WHO),
                association,
                due(form, field + MemoFields.DUE),
                was == null ? null : was.done());
    }

    /** The id of the association that is written; the one it was, when its name still stands. */
    private @Nullable String association(
            FilledForm form,
            String field,
            MemoFacts.@Nullable Action was,
            Map<String, Told> names,
            String code,
            Reader reader) {
        String written = form.value(field + MemoFields.ASSOCIATION);
        String before = was == null ? null : was.associationId();
        Told name = before == null ? null : names.get(before);
        if (before != null && written.equals(name == null ? "" : name.text())) {
            return before;
        }
        if (written.isEmpty()) {
            return null;
        }
        AssociationSearch.Found found =
                associations.named(List.of(code), _ -> true, written, reader);
        if (found.exact().isEmpty()) {
            form.refuse(
                    field + MemoFields.ASSOCIATION, ERROR + "memo.association." + found.reason());
            return null;
        }
        form.put(field + MemoFields.ASSOCIATION, found.exact().get().label().text());
        return found.exact().get().id();
    }

    private static @Nullable LocalDate due(FilledForm form, String field) {
        if (form.value(field).isEmpty()) {
            return null;
        }
        LocalDate day = Days.read(form.value(field)).orElse(null);
        if (day == null) {
            form.refuse(field, ERROR + "memo.due");
        }
        return day;
    }

    private static void required(FilledForm form, String text) {
        if (!MemoFields.isWritten(form, text)) {
            form.refuse(text + ".fi", ERROR + "memo." + name(text));
        }
    }

    /** Puts what the service refused beside the fields: it has not seen empty rows. */
    static void refuse(FilledForm form, Rows rows, Refusal refusal) {
        List<Refusal.FieldError> errors = new ArrayList<>();
        for (Refusal.FieldError error : refusal.errors()) {
            errors.add(new Refusal.FieldError(shown(form, rows, error.field()), error.code()));
        }
        form.refuse(
                new Refusal(refusal.status(), refusal.reason(), errors),
                Refused.FAMILY,
                Refused.REASONS,
                error -> ERROR + "memo." + name(error.field().replaceFirst("\\.(fi|sv|en)$", "")));
    }

    private static String shown(FilledForm form, Rows rows, String path) {
        Matcher ofRow = OF_ROW.matcher(path);
        if (!ofRow.matches()) {
            return form.asks(path) ? path : path + ".fi";
        }
        boolean isSection = ofRow.group(1).equals("sections");
        IntPredicate isWritten =
                isSection
                        ? row -> MemoFields.hasSection(form, row)
                        : row -> MemoFields.hasAction(form, row);
        int row =
                IntStream.range(0, isSection ? rows.sections() : rows.actions())
                        .filter(isWritten)
                        .skip(Integer.parseInt(ofRow.group(2)))
                        .findFirst()
                        .orElse(0);
        String field =
                (isSection ? MemoFields.section(row) : MemoFields.action(row))
                        + "."
                        + ofRow.group(3);
        return form.asks(field) ? field : field + ".fi";
    }

    /** What a field is, whichever row it is of. */
    private static String name(String field) {
        return field.replaceFirst(".*\\.", "");
    }

    private static LocalizedText text(FilledForm form, String text) {
        Map<String, String> written = LocalizedFields.read(form, text);
        return new LocalizedText(written.get("fi"), written.get("sv"), written.get("en"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
