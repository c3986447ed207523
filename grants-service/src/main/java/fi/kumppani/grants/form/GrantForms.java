package fi.kumppani.grants.form;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;

import java.util.List;
import java.util.Optional;

/** The forms of the current municipality, each in all its versions. */
public interface GrantForms {

    /** The most versions a form can have. */
    int MOST_VERSIONS = 200;

    /** The latest version of a form. */
    Optional<Stored<FormVersion>> latest(FormId id);

    /**
     * A version of a form.
     *
     * @param number from 1
     */
    Optional<FormVersion> version(FormId id, int number);

    /** Keeps the first version of a form, unless the same request made it before. */
    Insertion<FormVersion> add(FormVersion first, Creation creation);

    /**
     * Keeps another version; the same content again makes none.
     *
     * @param expected how often the form had been written when the officer saw it
     * @return the latest version as it then is; empty when there is no such form
     */
    Optional<Rewriting> rewrite(FormId id, long expected, FormContent content);

    /**
     * The latest versions in the order the forms were made.
     *
     * @param after only ids greater than this; empty for the beginning
     * @param limit the most to give
     */
    List<Stored<FormVersion>> list(String after, int limit);

    /** What came of writing a form anew. */
    sealed interface Rewriting {

        /** The latest version. */
        record Kept(Stored<FormVersion> latest) implements Rewriting {}

        /** It has as many versions as it can have. */
        record Full() implements Rewriting {}
    }
}
