package fi.kumppani.kit.problem;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the fields of a request, so that all of it is told at once. */
public final class FieldErrors {

    private final List<FieldError> found = new ArrayList<>();

    /** Notes that a field is at fault; see {@link FieldError}. */
    public FieldErrors add(String field, String code, String message) {
        found.add(new FieldError(field, code, message));
        return this;
    }

    /** Notes every language in which the text is longer than so many characters. */
    public FieldErrors longest(String field, @Nullable LocalizedText text, int most) {
        for (Language language : Language.values()) {
            String told = text == null ? null : text.get(language);
            if (told != null && told.length() > most) {
                add(field + "." + language.code(), "size", "At most " + most + " characters");
            }
        }
        return this;
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All that is wrong, in the order it was noted. */
    public List<FieldError> all() {
        return List.copyOf(found);
    }

    /**
     * Ends the request if anything is wrong.
     *
     * @throws Problem 422 that names every field at fault
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw Problems.invalid(all());
        }
    }
}
