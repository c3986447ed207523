package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.form.Answers;
import fi.kumppani.grants.form.FormId;

import java.util.HashMap;
import java.util.Map;

/**
 * A form as an applicant has filled it in, in the version that was the latest when they started.
 * Each section counts its own changes, so that several people write at once without overwriting one
 * another.
 *
 * @param form which form
 * @param version which version of it, from 1
 * @param answers what is answered
 * @param revisions how often each section was written, by its id; those never written are left out
 */
public record FilledForm(FormId form, int version, Answers answers, Map<String, Long> revisions) {

    private static final long NEVER_WRITTEN = 1;

    /** Copies the revisions. */
    public FilledForm {
        revisions = Map.copyOf(revisions);
    }

    /** Which revision of a section this is, from 1. */
    public long revision(String section) {
        return revisions.getOrDefault(section, NEVER_WRITTEN);
    }

    /** With a section answered anew. */
    public FilledForm with(String section, Map<String, Object> written) {
        Map<String, Long> next = new HashMap<>(revisions);
        next.put(section, revision(section) + 1);
        return new FilledForm(form, version, answers.with(section, written), next);
    }
}
