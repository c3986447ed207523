package fi.kumppani.grants.form;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A part of a form that one person fills in at a time.
 *
 * @param id chosen by the one who writes the form
 * @param title what it is called
 * @param help what to know before filling it in
 * @param light whether applications that go the light way fill it in as well
 * @param questions in the order they are asked
 */
public record Section(
        String id,
        LocalizedText title,
        @Nullable LocalizedText help,
        boolean light,
        List<Question> questions) {

    /** Copies the questions. */
    public Section {
        questions = List.copyOf(questions);
    }
}
