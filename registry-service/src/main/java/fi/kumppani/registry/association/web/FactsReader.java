package fi.kumppani.registry.association.web;

import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.BusinessId;
import fi.kumppani.registry.association.Facts;
import fi.kumppani.registry.association.LegalForm;
import fi.kumppani.registry.association.PurposeClass;
import fi.kumppani.registry.association.RegisterNumber;
import fi.kumppani.registry.association.web.AssociationRequest.Names;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks what was said of an association, and names every field at fault at once. */
final class FactsReader {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_THEMES = 20;
    private static final Pattern THEME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final List<FieldError> errors = new ArrayList<>();

    private FactsReader() {}

    /** What the reading gave. */
    sealed interface Reading permits Sound, Faulty {}

    /** All is well. */
    record Sound(Facts facts) implements Reading {}

    /** These fields are at fault. */
    record Faulty(List<FieldError> errors) implements Reading {}

    static Reading read(AssociationRequest request) {
        return new FactsReader().readAll(request);
    }

    private Reading readAll(AssociationRequest request) {
        Optional<LocalizedText> name = name(request.name());
        Optional<BusinessId> businessId = given(request.businessId()).flatMap(this::businessId);
        Optional<RegisterNumber> registerNumber =
                given(request.registerNumber()).flatMap(this::registerNumber);
        Optional<LegalForm> form = form(request.form());
        Optional<PurposeClass> purposeClass =
                Optional.ofNullable(request.purposeClass()).flatMap(this::purposeClass);
        List<String> themes = themes(request.themes());
        if (!errors.isEmpty() || name.isEmpty() || form.isEmpty()) {
            return new Faulty(List.copyOf(errors));
        }
        boolean active = request.active() == null || request.active();
        return new Sound(
                new Facts(
                        name.get(),
                        businessId,
                        registerNumber,
                        form.get(),
                        purposeClass,
                        themes,
                        active));
    }

    private Optional<LocalizedText> name(@Nullable Names names) {
        if (names == null || Stream.of(names).flatMap(FactsReader::texts).findAny().isEmpty()) {
            return fault("name", "missing", "A name is needed in one of fi, sv and en");
        }
        checkLength("name.fi", names.fi());
        checkLength("name.sv", names.sv());
        checkLength("name.en", names.en());
        return Optional.of(new LocalizedText(names.fi(), names.sv(), names.en()));
    }

    private void checkLength(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST_NAME) {
            var _ = fault(field, "size", "A name has at most " + LONGEST_NAME + " characters");
        }
    }

    private Optional<BusinessId> businessId(String text) {
        return switch (BusinessId.read(text)) {
            case BusinessId.Reading.Read(BusinessId read) -> Optional.of(read);
            case BusinessId.Reading.Malformed _ ->
                    fault("businessId", "malformed", "A Y-tunnus is written like 1234567-1");
            case BusinessId.Reading.WrongCheckDigit _ ->
                    fault(
                            "businessId",
                            "wrong-check-digit",
                            "The last digit does not fit the others: there is a typing error");
        };
    }

    private Optional<RegisterNumber> registerNumber(String text) {
        Optional<RegisterNumber> read = RegisterNumber.read(text);
        return read.isPresent()
                ? read
                : fault(
                        "registerNumber",
                        "malformed",
                        "A number in the register of associations has at most 6 digits");
    }

    private Optional<LegalForm> form(@Nullable String code) {
        if (code == null) {
            return fault("form", "missing", "The legal form is needed");
        }
        Optional<LegalForm> form = LegalForm.ofCode(code);
        return form.isPresent()
                ? form
                : fault(
                        "form",
                        "unknown",
                        Arrays.stream(LegalForm.values())
                                .map(LegalForm::code)
                                .collect(Collectors.joining(", ", "One of ", " is expected")));
    }

    private Optional<PurposeClass> purposeClass(int number) {
        return PurposeClass.exists(number)
                ? Optional.of(new PurposeClass(number))
                : fault("purposeClass", "unknown", "Purpose classes are 1 to 9");
    }

    private List<String> themes(@Nullable List<@Nullable String> themes) {
        if (themes == null) {
            return List.of();
        }
        List<String> known =
                themes.stream()
                        .filter(Objects::nonNull)
                        .filter(theme -> THEME.matcher(theme).matches())
                        .distinct()
                        .toList();
        if (known.size() != themes.size() || known.size() > MOST_THEMES) {
            var _ =
                    fault(
                            "themes",
                            "malformed",
                            "At most 20 different keys of small letters, digits and hyphens");
        }
        return known;
    }

    private <T> Optional<T> fault(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
        return Optional.empty();
    }

    private static Stream<String> texts(Names names) {
        return Stream.of(given(names.fi()), given(names.sv()), given(names.en()))
                .flatMap(Optional::stream);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(something -> !something.isBlank());
    }
}
