package fi.kumppani.grants.form;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;

import org.springframework.stereotype.Service;

import java.util.Optional;

/** An officer writes a form. Every change makes a new version, and none is ever lost. */
@Service
public class WriteForm {

    private final GrantForms forms;
    private final Ids ids;

    WriteForm(GrantForms forms, Ids ids) {
        this.forms = forms;
        this.ids = ids;
    }

    /** Keeps a new form; the same request again finds the first one. */
    public Insertion<FormVersion> begin(FormContent content, Creation creation) {
        return forms.add(new FormVersion(new FormId(ids.next()), 1, content), creation);
    }

    /**
     * Writes a form anew; who fills in an earlier version goes on with that.
     *
     * @param expected how often the form had been written when the officer saw it
     * @return empty when there is no such form
     */
    public Optional<GrantForms.Rewriting> rewrite(FormId id, long expected, FormContent content) {
        return forms.rewrite(id, expected, content);
    }
}
